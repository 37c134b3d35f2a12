import ArgumentParser

/// What forecasts and comparisons print.
enum ResultFormat: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

/// What the desk replies in.
enum ReplyFormat: String, ExpressibleByArgument, CaseIterable { case table, json }
