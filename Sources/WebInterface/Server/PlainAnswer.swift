import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A text as it is.
    static func plain(_ text: String, _ type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
