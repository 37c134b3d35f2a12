import Mustache

// What templates ask of the parts of a page, by name. Mustache would find names by reflection, which takes most of the
// time of a page of a hundred rows; a test holds these to what each part has.

extension Page: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "caption": caption
        case "faults": faults
        case "done": done
        case "blocks": blocks
        case "isLive": isLive
        case "back": back
        default: nil
        }
    }
}

extension Page.Fault: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "field": field
        case "words": words
        default: nil
        }
    }
}

extension Link: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "words": words
        case "address": address
        case "hidden": hidden
        default: nil
        }
    }
}

extension Block: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "heading": heading
        case "paragraph": paragraph
        case "list": list
        case "links": links
        case "ways": ways
        case "notice": notice
        case "figures": figures
        case "table": table
        case "facts": facts
        case "form": form
        case "board": board
        case "parts": parts
        case "slots": slots
        case "days": days
        case "columns": columns
        case "terms": terms
        case "progress": progress
        default: nil
        }
    }
}

extension Term: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "term": term
        case "meaning": meaning
        default: nil
        }
    }
}

extension TwoColumns: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "left": left
        case "right": right
        default: nil
        }
    }
}

extension Notice: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "noticeTitle": noticeTitle
        case "noticeWords": noticeWords
        case "isWarning": isWarning
        default: nil
        }
    }
}

extension CountLink: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "number": number
        case "words": words
        case "address": address
        case "isLate": isLate
        default: nil
        }
    }
}

extension Table: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "tableTitle": tableTitle
        case "columns": columns
        case "rows": rows
        case "empty": empty
        case "hasRows": hasRows
        default: nil
        }
    }
}

extension Table.Column: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "columnTitle": columnTitle
        case "isNumber": isNumber
        default: nil
        }
    }
}

extension Table.Row: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "cells": cells
        case "cellsText": cellsText
        case "action": action
        case "isIdle": isIdle
        default: nil
        }
    }
}

extension Table.Cell: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "text": text
        case "href": href
        case "tag": tag
        case "tagColour": tagColour
        case "label": label
        case "isNumeric": isNumeric
        default: nil
        }
    }
}

extension Facts: MustacheParent {
    func child(named name: String) -> Any? { name == "lines" ? lines : nil }
}

extension Facts.Line: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "key": key
        case "fact": fact
        case "change": change
        default: nil
        }
    }
}

extension Slots: MustacheParent {
    func child(named name: String) -> Any? { name == "slots" ? slots : nil }
}

extension Slots.Slot: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "time": time
        case "with": with
        case "slotReason": slotReason
        case "hold": hold
        case "choose": choose
        default: nil
        }
    }
}

extension Diary: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "days": days
        case "isMovable": isMovable
        default: nil
        }
    }
}

extension Diary.Day: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "dayTitle": dayTitle
        case "dayAddress": dayAddress
        case "away": away
        case "entries": entries
        default: nil
        }
    }
}

extension Diary.Entry: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "time": time
        case "what": what
        case "who": who
        case "href": href
        case "kind": kind
        case "quarters": quarters
        case "length": length
        case "moves": moves
        case "moveAddress": moveAddress
        case "freeFrom": freeFrom
        case "freeWith": freeWith
        default: nil
        }
    }
}

extension Form: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "action": action
        case "fields": fields
        case "button": button
        case "buttonHidden": buttonHidden
        case "isSecondary": isSecondary
        case "isWarningButton": isWarningButton
        case "isQuestion": isQuestion
        case "takesFile": takesFile
        case "leave": leave
        case "second": second
        case "secret": secret
        case "once": once
        default: nil
        }
    }
}

extension SecondButton: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "buttonWords": buttonWords
        case "buttonName": buttonName
        case "buttonValue": buttonValue
        case "buttonMore": buttonMore
        default: nil
        }
    }
}

extension Field.Options: MustacheParent {
    func child(named name: String) -> Any? { name == "choices" ? choices : nil }
}

extension Field.Choice: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "choiceValue": choiceValue
        case "words": words
        case "isChosen": isChosen
        case "choiceHint": choiceHint
        case "choiceName": choiceName
        case "choiceId": choiceId
        default: nil
        }
    }
}
