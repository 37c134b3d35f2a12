import Foundation
import TestSupport
import Testing

/// What keeps `stepcare serve` from starting: one line that says what is wrong and what to do, the right exit code, and
/// nothing made or changed.
@Suite struct RefusedServerTests {
    /// One thing that is wrong.
    struct Fault: CustomTestStringConvertible, Sendable {
        let name: String
        /// What is there before; `$STEPCARE` is the program.
        var before = ""
        /// What comes after `stepcare serve`.
        let words: String
        /// What runs the program, for one with fewer rights than the test.
        var by = ""
        let code: Int32
        /// The line, with `X` for what is not the same on every machine.
        let says: String

        var testDescription: String { name }
    }

    private static let pair = "--certificate one.pem --key one-key.pem"
    private static let writable = "name a folder that the user of the server may write"
    private static let pairGoes = "--certificate and --key go together."
    /// Without the rights by which root reads and writes what it may not, and listens where others may not.
    private static let asOthers: String = {
        let rights = "-dac_override,-dac_read_search,-net_bind_service"
        return geteuid() == 0 ? "setpriv --bounding-set=\(rights) --inh-caps=\(rights)" : ""
    }()

    private static let usage: [Fault] = [
        Fault(name: "a certificate alone", words: "new --certificate one.pem", code: 64, says: "Error: \(pairGoes)"),
        Fault(name: "a key alone", words: "new --key one-key.pem", code: 64, says: "Error: \(pairGoes)"),
        Fault(
            name: "a port out of range", words: "new --port 65536", code: 64,
            says: "Error: --port is a number from 0 to 65535."),
        Fault(
            name: "a port that is a word", words: "new --port http", code: 64,
            says: "Error: The value 'http' is invalid for '--port <port>'"),
        Fault(name: "no folder", words: "''", code: 64, says: "Error: <folder> is the name of a folder."),
        Fault(name: "no host", words: "new --host ''", code: 64, says: "Error: --host is a name or an address."),
        Fault(
            name: "no patience", words: "new --patience 0", code: 64, says: "Error: --patience is 1 to 3600 seconds."),
        Fault(
            name: "others reach it unencrypted", words: "new --host 0.0.0.0", code: 64,
            says: "Error: other machines reach 0.0.0.0: give --certificate and --key, or say --behind-proxy if a "
                + "proxy encrypts."),
    ]

    private static let certificates: [Fault] = [
        Fault(
            name: "a certificate that does not fit its key", words: "new --certificate one.pem --key two-key.pem",
            code: 65,
            says: "two-key.pem: not the key of the certificate one.pem; give the key that the certificate was made "
                + "for, and put the server's own certificate first in its chain"),
        Fault(
            name: "a certificate that is not there", words: "new --certificate none.pem --key one-key.pem", code: 66,
            says: "none.pem: no such file; give one that is there with --certificate"),
        Fault(
            name: "a key that is not there", words: "new --certificate one.pem --key none.pem", code: 66,
            says: "none.pem: no such file; give one that is there with --key"),
        Fault(
            name: "a certificate that is none", words: "new --certificate service.yaml --key one-key.pem", code: 65,
            says: "service.yaml: no certificate in PEM is in it (it begins with -----BEGIN CERTIFICATE-----); give "
                + "the chain with --certificate, and the key with --key"),
        Fault(
            name: "certificate and key the wrong way round", words: "new --certificate one-key.pem --key one.pem",
            code: 65,
            says: "one-key.pem: no certificate in PEM is in it (it begins with -----BEGIN CERTIFICATE-----); give "
                + "the chain with --certificate, and the key with --key"),
        Fault(
            name: "a key that is none", words: "new --certificate one.pem --key service.yaml", code: 65,
            says: "service.yaml: no key in PEM is in it (it begins with -----BEGIN PRIVATE KEY-----, or the like); "
                + "give the key with --key, and the certificate with --certificate"),
        Fault(
            name: "a key with a password", words: "new --certificate one.pem --key locked-key.pem", code: 65,
            says: "locked-key.pem: the key has a password, which nobody is there to type; take it off: openssl pkey "
                + "-in locked-key.pem -out NEW.pem"),
        Fault(
            name: "a folder for a certificate", words: "new --certificate . --key one-key.pem", code: 65,
            says: ".: a folder; give the file with --certificate"),
        Fault(
            name: "a key that may not be read", before: "chmod 000 one-key.pem", words: "new \(pair)", by: asOthers,
            code: 74,
            says: "one-key.pem: cannot be read by the user that runs the server; let it, and nobody else, read the "
                + "file"),
    ]

    private static let places: [Fault] = [
        Fault(
            name: "a port in use",
            before: "exec 3< <(exec python3 -c \(listening)); trap \"kill $!\" EXIT; read -u 3 taken",
            words: "new --port $taken", code: 74,
            says: "port X of 127.0.0.1 is in use by another program; choose another with --port"),
        Fault(
            name: "an address that is not this machine's", words: "new --behind-proxy --host 192.0.2.1", code: 74,
            says: "192.0.2.1 is no address of this machine; give one that 'ip address' shows, or 0.0.0.0 for all, "
                + "with --host"),
        Fault(
            name: "a name that no machine has", words: "new --behind-proxy --host no.machine.invalid", code: 74,
            says: "no.machine.invalid: no machine has this name; give a name or an address with --host"),
        Fault(
            name: "no styles",
            before: "cp -r \"$(dirname \"$STEPCARE\")\"/{stepcare,*.resources} .; STEPCARE=./stepcare",
            words: "new --port 0", code: 66,
            says: "no folder 'web-assets' with nhsuk.css, nhsuk.js, htmx.js beside the program; run .ci/assets where "
                + "it was built, or install its package again"),
    ]

    /// Listens at a port of this machine, says which, and stays.
    private static let listening =
        "'import socket, sys, time; s = socket.create_server((\"127.0.0.1\", 0)); "
        + "print(s.getsockname()[1], flush=True); time.sleep(60)'"

    private static let founded =
        "mkdir desk; \"$STEPCARE\" service init service.yaml desk/service.db --people none >made"

    private static let folders: [Fault] = [
        Fault(
            name: "a folder that is a file", words: "service.yaml", code: 74,
            says: "service.yaml: cannot be written: it is not a folder; \(writable)"),
        Fault(
            name: "a folder within a file", words: "service.yaml/desk", code: 74,
            says: "service.yaml/desk: cannot be written: Not a directory; \(writable)"),
        Fault(
            name: "a folder that may not be written", before: "mkdir desk; chmod 555 desk", words: "desk", by: asOthers,
            code: 74, says: "desk: cannot be written: Permission denied; \(writable)"),
        Fault(
            name: "a place where no folder may be made", before: "mkdir locked; chmod 555 locked",
            words: "locked/deep/desk", by: asOthers, code: 74,
            says: "locked/deep: cannot be written: Permission denied; \(writable)"),
        Fault(
            name: "a scenario that is not there", words: "new/deep --scenario none.yaml", code: 66,
            says: "none.yaml: is not there (a scenario file that may be read)"),
        Fault(
            name: "a scenario for a service that is there", before: founded, words: "desk --scenario service.yaml",
            code: 65, says: "desk/service.db is there already: --scenario makes a new one only"),
        Fault(
            name: "a database of a newer version",
            before: founded + "; python3 -c 'import sqlite3; d = sqlite3.connect(\"desk/service.db\"); "
                + "d.execute(\"INSERT INTO grdb_migrations VALUES (1234567)\"); d.commit(); d.close()'",
            words: "desk", code: 65,
            says: "desk/service.db: written by a later version of stepcare; use that version"),
        Fault(
            name: "a database that may only be read", before: founded + "; chmod 444 desk/service.db; chmod 777 desk",
            words: "desk", by: asOthers, code: 74, says: "desk/service.db: can only be read"),
        Fault(
            name: "no database", before: "mkdir desk; echo words > desk/service.db", words: "desk", code: 65,
            says: "desk/service.db: not a database (it does not begin as one)"),
        Fault(
            name: "a file that may not grow", before: "ulimit -f 8", words: "new --scenario service.yaml", code: 74,
            says: "new/service.db.unfinished: X"),
    ]

    @Test(arguments: usage + certificates + places + folders)
    func isRefused(_ fault: Fault) throws {
        let workspace = try Workspace()
        for (name, text) in Certificates.files { try workspace.write(name, text) }
        let outcome = try workspace.bash(Self.script(fault))
        let lines = outcome.err.split(separator: "\n").map { String($0) }
        #expect(outcome.code == fault.code, "\(outcome.out)\(outcome.err)")
        #expect(lines.first.map { Self.fits($0, fault.says) } == true, "\(outcome.err)")
        #expect(fault.code == 64 || lines.count == 1, "\(outcome.err)")
        #expect(outcome.out == "", "something was said, or is not as it was")
    }

    /// Runs it as the fault says, and prints how what is there afterwards differs from what was there.
    private static func script(_ fault: Fault) -> String {
        """
        chmod 755 .
        \(fault.before)
        all() { find . -not -name after -not -name before -printf '%p %m %s %T@\\n' | sort; \
        find . -name '*.db' | sort | xargs -r md5sum; }
        all >before
        timeout 60 \(fault.by) "$STEPCARE" serve \(fault.words) \(fault.words.contains("--port") ? "" : "--port 0")
        code=$?
        all | grep -v '^\\. ' >after; grep -v '^\\. ' before | diff - after
        exit $code
        """
    }

    private static func fits(_ line: String, _ says: String) -> Bool {
        guard let place = says.range(of: "X") else { return line == says }
        return line.hasPrefix(says[..<place.lowerBound]) && line.hasSuffix(says[place.upperBound...])
    }

    /// A word of the shell that starts a server on the folder `desk`, and goes on when it answers.
    private static let serving = """
        serving() {
            rm -f said; "$STEPCARE" serve desk "$@" --port 0 >said 2>log & server=$!
            until grep -sq administrator said; do kill -0 $server || exit 1; sleep 0.05; done
        }

        """

    @Test func aDatabaseThatAnotherServerHas() throws {
        let outcome = try Workspace().bash(
            Self.serving + """
                serving --scenario service.yaml
                ln -s desk other
                for folder in desk other; do "$STEPCARE" serve $folder --port 0; echo $?; done
                kill $server; wait $server; echo $?
                ls -A desk
                """)
        #expect(outcome.out == "74\n74\n0\nservice.db\n")
        let advice = "another server has it open; stop that one first, or name another folder"
        #expect(outcome.err == "desk: \(advice)\nother: \(advice)\n")
    }

    @Test func aServerThatWasKilledLeavesItsFolderToTheNext() throws {
        let outcome = try Workspace().bash(
            Self.serving + """
                for making in "--scenario service.yaml" ""; do
                    serving $making
                    kill -9 $server; wait $server; echo $?
                done 2>/dev/null
                """)
        #expect(outcome.out == "137\n137\n")
    }

    @Test(
        .enabled(if: portsAreKept, "anybody may listen at any port here"))
    func aPortThatIsKept() throws {
        let fault = Fault(
            name: "", words: "new --port 80", by: Self.asOthers, code: 74,
            says: "port 80 is kept for programs with the right to it; choose one from 1024 on with --port, and let a "
                + "proxy or the firewall lead there")
        try isRefused(fault)
    }

    private static let portsAreKept: Bool = {
        let text = try? String(contentsOfFile: "/proc/sys/net/ipv4/ip_unprivileged_port_start", encoding: .utf8)
        return text?.hasPrefix("0") == false
    }()

    @Test(
        .enabled(if: FullDiskTests.mounting != nil, "a disk cannot be mounted here"),
        arguments: [
            ("size=64k", "", "rw", "desk/service.db.unfinished: the disk is full"),
            ("size=2m", founding, "rw", "desk/service.db: the disk is full"),
            ("size=2m", founding, "ro", "desk: cannot be written: Read-only file system; \(writable)"),
        ])
    func aDiskThatIsFullOrMayOnlyBeRead(size: String, before: String, way: String, says: String) throws {
        let outcome = try Workspace().bash(
            """
            mkdir desk && \(FullDiskTests.mounting ?? "") bash -c '
                mount -t tmpfs -o \(size) tmpfs desk || exit 1
                \(before)
                mount -o remount,\(way) desk || exit 1
                ls -A desk >before; md5sum desk/* >>before 2>&1
                "$STEPCARE" serve desk --port 0 \(before.isEmpty ? "--scenario service.yaml" : "")
                code=$?
                ls -A desk >after; md5sum desk/* >>after 2>&1
                diff before after; exit $code'
            """)
        #expect(outcome.code == 74)
        #expect(outcome.out == "")
        #expect(outcome.err == says + "\n")
    }

    private static let founding = """
        "$STEPCARE" service init service.yaml desk/service.db --people none >made
        dd if=/dev/zero of=desk/filled bs=1k 2>dd
        """
}
