import Foundation
import Testing

@testable import Workbench

/// What is kept is kept whole or not at all, and under one name once.
@Suite struct SavedShelfTests {
    private let folder = TwoTeams.Folder()

    private func saved(_ name: String, _ owner: Int64 = 1) -> SavedWhatIf {
        SavedWhatIf(
            name: name, owner: owner, ownerName: "Invented \(owner)", keptAt: "2026-11-23T09:00",
            question: TwoTeams.question())
    }

    @Test func whatIsKeptIsFoundByNameAndAddress() throws {
        let shelf = SavedShelf(in: folder.url)
        #expect(shelf.all().isEmpty)
        let id = try shelf.keep(saved("  Two more\n in the north "))
        _ = try shelf.keep(saved("Another"))
        #expect(shelf.all().map(\.saved.name) == ["Another", "Two more in the north"])
        #expect(shelf.find(id)?.question == TwoTeams.question())
        #expect(shelf.find("../../etc/passwd") == nil && shelf.find(String(repeating: "0", count: 16)) == nil)
    }

    @Test func theSecondOfANameIsRefusedAndTheFirstStays() throws {
        let shelf = SavedShelf(in: folder.url)
        let id = try shelf.keep(saved("Hire two", 1))
        let fault = #expect(throws: SavedFault.self) { _ = try shelf.keep(saved("hire  TWO", 2)) }
        #expect(fault?.words == "'Hire two' is kept already, by Invented 1: choose another name")
        #expect(shelf.find(id)?.owner == 1 && shelf.all().count == 1)
        // Nothing is left beside it.
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["\(id).json"])
    }

    @Test func ofManyAtOnceOneIsKept() async throws {
        let shelf = SavedShelf(in: folder.url)
        let all = (1...20).map { saved("At once", $0) }
        let kept = await withTaskGroup(of: Bool.self) { group in
            for one in all { group.addTask { (try? shelf.keep(one)) != nil } }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(kept == 1 && shelf.all().count == 1)
    }

    @Test func namesThatAreNoneAndFoldersThatCannotBeWrittenAreRefused() throws {
        let shelf = SavedShelf(in: folder.url)
        for name in ["", " \n", String(repeating: "x", count: 81)] {
            #expect(throws: SavedFault.name) { _ = try shelf.keep(saved(name)) }
        }
        try Data("a file".utf8).write(to: folder.url)
        #expect(throws: SavedFault.notWritten) { _ = try shelf.keep(saved("Nowhere")) }
    }

    @Test func onlyWhoKeepsItOrAnAdministratorTakesItAway() throws {
        let shelf = SavedShelf(in: folder.url)
        let id = try shelf.keep(saved("Mine", 1))
        #expect(throws: SavedFault.notYours(owner: "Invented 1")) { try shelf.remove(id, by: 2, isAnybodys: false) }
        #expect(shelf.all().count == 1)
        try shelf.remove(id, by: 2, isAnybodys: true)
        #expect(throws: SavedFault.missing) { try shelf.remove(id, by: 1, isAnybodys: false) }
    }

    @Test func aDamagedFileIsLeftOut() throws {
        let shelf = SavedShelf(in: folder.url)
        let id = try shelf.keep(saved("Whole"))
        let other = SavedShelf.id(of: "Damaged")
        try Data("{\"name\": \"Damaged\"".utf8).write(to: folder.url.appending(path: "\(other).json"))
        #expect(shelf.all().map(\.id) == [id])
    }
}
