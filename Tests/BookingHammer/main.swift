// Books and cancels at random in a real process, so that it can be killed, and says on standard output what was
// acknowledged, one line each, before it goes on:
//
//     try N                                     appointment N will be cancelled, and may be from now on
//     booked N PERSON CLINICIAN START MINUTES   the store said so
//     cancelled N                               the store said so
//     done                                      all of it is finished
//
//     booking-hammer run FILE SEED CLIENTS OPERATIONS [write|sync|full|crash|power N]
//     booking-hammer open FILE [as-nobody]      opens it, and prints `opened` or the error
//     booking-hammer read FILE [as-nobody]      the same, to read only

import BookingStore
import CFaultyDisk
import CareModel
import Foundation

let arguments = CommandLine.arguments

/// Gives up the rights of root, so that a folder that cannot be written is one.
func becomeNobody() {
    if getuid() == 0, setgid(65_534) != 0 || setuid(65_534) != 0 { exit(70) }
}

func openOnly(_ path: String, readOnly: Bool) {
    do {
        let store = try BookingStore.open(at: path, readOnly: readOnly)
        say("opened \(try store.read { try $0.lastSequence })")
        try store.close()
    } catch {
        say("error \(error)")
    }
}

func arm(_ path: String, _ words: ArraySlice<String>) {
    let faults: [String: faulty_disk_fault] = [
        "write": FAULTY_DISK_WRITE, "sync": FAULTY_DISK_SYNC, "full": FAULTY_DISK_FULL, "crash": FAULTY_DISK_CRASH,
        "power": FAULTY_DISK_POWER_CUT,
    ]
    guard let name = words.first, let fault = faults[name], let n = words.dropFirst().first.flatMap({ Int($0) }) else {
        return
    }
    _ = faulty_disk_arm(path, fault, n, UInt(n))
}

func run(_ path: String, seed: UInt64, clients: Int, operations: Int, fault: ArraySlice<String>) async {
    _ = faulty_disk_install()
    do {
        let store = try BookingStore.open(at: path)
        arm(path, fault)
        await withTaskGroup(of: Void.self) { group in
            for client in 0..<clients {
                let hammer = Hammer(store: store, seed: seed &* 1_000 &+ UInt64(client))
                group.addTask { await hammer.run(operations: operations) }
            }
        }
        _ = faulty_disk_disarm(path)
        try store.close()
        say("done")
    } catch {
        say("error \(error)")
        exit(74)
    }
}

switch (arguments.dropFirst().first, arguments.count) {
case ("run", 6...):
    await run(
        arguments[2], seed: UInt64(arguments[3]) ?? 0, clients: Int(arguments[4]) ?? 1,
        operations: Int(arguments[5]) ?? 1, fault: arguments.dropFirst(6))
case ("open", 3...), ("read", 3...):
    if arguments.last == "as-nobody" { becomeNobody() }
    openOnly(arguments[2], readOnly: arguments[1] == "read")
default:
    say("usage: booking-hammer run FILE SEED CLIENTS OPERATIONS [FAULT N] | open FILE | read FILE")
    exit(64)
}
