import Mustache

/// Sliders, and beside them what they do.
struct SliderBoard: Sendable {
    /// What is sent and not shown.
    var hiddens: [Field]
    /// What comes before the sliders.
    var fields: [Field]
    /// Ways to the other what-ifs.
    var tabs: [BoardLink]
    /// What the what-if is called.
    var names: [Field]
    var groups: [SliderGroup]
    /// What the sliders do, as HTML whose words were made harmless where it was made.
    var picture: String
    var downloads: [BoardLink]
}

/// A link that follows the sliders.
struct BoardLink: Sendable {
    var linkWords: String
    var linkAddress: String
    /// What its address says beside what the sliders say.
    var linkMore: String
    var isHere: Bool

    init(words: String, address: String, more: String, isHere: Bool) {
        (linkWords, linkAddress, linkMore, self.isHere) = (words, address, more, isHere)
    }
}

/// Sliders of one team, or of all.
struct SliderGroup: Sendable {
    var groupTitle: String
    var isOpen: Bool
    var lines: [SliderLine]
}

/// A slider.
struct SliderLine: Sendable {
    var lineName: String
    var lineWords: String
    var lineUnit: String
    var low: String
    var high: String
    var stop: String
    var lineNow: String
    var lineValue: String
    var lineFault: String?
    var isSwitch: Bool
    var isOn: Bool
}

extension SliderBoard: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "hiddens": hiddens
        case "fields": fields
        case "tabs": tabs
        case "names": names
        case "groups": groups
        case "picture": picture
        case "downloads": downloads
        default: nil
        }
    }
}

extension BoardLink: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "linkWords": linkWords
        case "linkAddress": linkAddress
        case "linkMore": linkMore
        case "isHere": isHere
        default: nil
        }
    }
}

extension SliderGroup: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "groupTitle": groupTitle
        case "isOpen": isOpen
        case "lines": lines
        default: nil
        }
    }
}

extension SliderLine: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "lineName": lineName
        case "lineWords": lineWords
        case "lineUnit": lineUnit
        case "low": low
        case "high": high
        case "stop": stop
        case "lineNow": lineNow
        case "lineValue": lineValue
        case "lineFault": lineFault
        case "isSwitch": isSwitch
        case "isOn": isOn
        default: nil
        }
    }
}
