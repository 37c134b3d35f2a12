import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Ends a connection whose other side takes too long: a request that began has to arrive whole in time, however
/// steadily it drips; after an answer that did not wait for the rest, the rest is read for a moment only; and whoever
/// asks has to read the answer. A connection that is silent is closed by Hummingbird, after the same time.
final class ConnectionBounds: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// For how long what nobody waits for is still read, so that whoever sends it comes to read the answer.
    static let rest = TimeAmount.seconds(10)

    private let patience: TimeAmount
    private var begun = 0
    private var answered = 0
    private var isArriving = false
    private var arrival: Scheduled<Void>?
    private var reading: Scheduled<Void>?

    init(patience: TimeAmount) { self.patience = patience }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            begun += 1
            isArriving = true
        case .body: break
        case .end:
            isArriving = false
            arrival?.cancel()
            arrival = nil
        }
        context.fireChannelRead(data)
    }

    /// Most requests are whole by now, and need no clock.
    func channelReadComplete(context: ChannelHandlerContext) {
        if isArriving, arrival == nil { arrival = closing(context, after: patience) }
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            answered += 1
            if isArriving, answered == begun {
                arrival?.cancel()
                arrival = closing(context, after: min(patience, Self.rest))
            }
        }
        context.write(data, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        reading?.cancel()
        reading = context.channel.isWritable ? nil : closing(context, after: patience)
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        forget()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { forget() }

    private func forget() {
        arrival?.cancel()
        reading?.cancel()
    }

    private func closing(_ context: ChannelHandlerContext, after time: TimeAmount) -> Scheduled<Void> {
        context.eventLoop.assumeIsolated().scheduleTask(in: time) { context.close(promise: nil) }
    }
}
