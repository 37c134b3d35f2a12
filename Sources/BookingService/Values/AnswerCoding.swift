public import Allocation
public import CareModel

// Answers of people are coded as the cases of the log are: by number, and by name where they are to be read.

extension ContactAnswer: NamedCode {}
extension CallOutcome: NamedCode {}
