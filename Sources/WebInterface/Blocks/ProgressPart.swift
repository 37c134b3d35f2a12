import Mustache

/// How far something has got that takes minutes; a script asks again and again.
struct ProgressPart: Sendable {
    /// Where the script asks.
    var progressAddress: String
    var progressWords: String
    /// How many are done, and of how many, where that is known.
    var doneSoFar: String
    var doneInAll: String
    var isKnown: Bool
}

extension ProgressPart: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "progressAddress": progressAddress
        case "progressWords": progressWords
        case "doneSoFar": doneSoFar
        case "doneInAll": doneInAll
        case "isKnown": isKnown
        default: nil
        }
    }
}
