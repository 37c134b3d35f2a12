public import Testing

/// Checks what was computed from a value that cannot be copied, which the macro cannot take apart.
public func expect(_ holds: Bool, _ comment: Comment? = nil, at location: SourceLocation = #_sourceLocation) {
    #expect(holds, comment, sourceLocation: location)
}
