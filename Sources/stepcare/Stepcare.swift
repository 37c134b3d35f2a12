import ArgumentParser

@main
struct Stepcare: ParsableCommand {}
