import BookingStore

extension BookingService {
    /// What somebody with a link may choose from. Whoever has the secret may ask; it is in the access log.
    public func open(link secret: String, in context: Context) throws(BookingError) -> LinkView {
        try look(BookingService.stranger(context), .link) { step in
            let link = try step.links.link(secret)
            try step.writer.recordAccess(
                toPerson: link.link.person, what: "link", at: step.context.now, by: step.context.author)
            return try step.links.view(link)
        }
    }
}
