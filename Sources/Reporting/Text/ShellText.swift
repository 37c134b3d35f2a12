/// Words as a shell reads them back.
public enum ShellText {
    /// A command line: its words, each quoted where it must be, for a POSIX shell; a word with control
    /// characters is written as `bash`, `zsh` and `ksh` read it.
    public static func line(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

    /// A word in quotes, if anything in it means something to a shell.
    static func quoted(_ word: String) -> String {
        let isPlain = !word.isEmpty && !word.hasPrefix("~") && word.unicodeScalars.allSatisfy(isPlain)
        if isPlain { return word }
        guard word.unicodeScalars.contains(where: isControl) else {
            return "'" + word.replacing("'", with: "'\\''") + "'"
        }
        var text = "$'"
        for scalar in word.unicodeScalars {
            switch scalar {
            case "\\", "'": text += "\\\(scalar)"
            case _ where isControl(scalar):
                for byte in String(scalar).utf8 {
                    text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
                }
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "'"
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", ".", "/", ":", "=", ",", "+", "%", "@", "-", "~": true
        default: false
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
}
