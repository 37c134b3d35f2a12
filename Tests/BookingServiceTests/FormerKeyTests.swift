import BookingStore
import CareModel
import CommandSamples
import Testing

@testable import BookingService

/// Keys that the versions before kept are known: the command of such a key is answered, and any other is refused.
@Suite struct FormerKeyTests {
    /// What version 0.1.0 kept for the samples, given by user 3, in their order.
    private static let kept: [String] = [
        "refer 9d61a3d4b0ae01cba69d662acc9d6768247189ee31e626fe80187585d3c28df0 3",
        "refer c7fed52d0a4574f8d236f2e4bdd816d878b47e67c52f571e9d9c452f40207f9a 3",
        "refer many 332319b78a463cf7b2a877eea3df4502ed160b0fffc8f59e065e78a81ce1662f 3",
        "screening 0262e8d97ca2291b34cd399c2d0d94f737c90afc6e7b0a7535eda1834e9f2e74 3",
        "an attempt to make contact 5f304bfaafa91e97a0806878576470761c910023cbf9991c3550521dce449852 3",
        "making contact 0c0d59f80a1370e246f70e79a62dc6d02508b10f6c97d1b0e5154a26fe63997b 3",
        "no contact e5977eb33259dc7908ac8ad6e5e3f8cb520129d8c6c4e471715e0fa273407a36 3",
        "agreeing a step-up a6060b70af7da39cc678fadb9490ee58341cef0458861f85653ead2d457bd796 3",
        "moving a case df5b330b475ca3fd2728232ae05f24e4dc8daf70df657d17caf8ce086d25778f 3",
        "ending a hold ecab3e244256ff0b9e071a9c3bc81c1d8682a7d84155a4c638f9cae228c32f86 3",
        "discharge as completed 67dbcd5960da78aeb3b01bc0092b1f9c7aa57af4b1887f92c1e76e521aaf5892 3",
        "risk 0fcf3f2a6b60867f216a223d6cdc1352ce929441466ff35dc09cd2bb5eb437d3 3",
        "change person f9f7a7885b91083a4a99aa48a567e72155bc43b7850f98ff6baf61687fd6c9c3 3",
        "hold 3797a1e53b4ee831250e86b8b81330bb07cc93bdf2c17c89cd3c98b712227b0b 3",
        "hold be635de1c45ace7858970ce23030619f6edee1915d167919d3423fb826c65c0d 3",
        "release de93d213e70a8420c49befad8cbe8a10a5e01c7e8adfea43b4f79ddb680fe9de 3",
        "confirm a569656c67502c71d22b627239f219a8cc1262dc071dc0ece7efd5305aa3e86e 3",
        "book 917d5b3faa70ff744893c1b3f56f1ab4c9902c05f0ffd200eae6eb5a7a72e4a5 3",
        "reschedule 2d153778cff4835d4420bbb034dbe55ee7a964803dd9c4abf8eab4621d080a47 3",
        "keep at a distance 0c1d89bec12ddc59a18579ec2c2e87c38c5b869f13d3e56fab34185300562d2c 3",
        "cancel 67a71788375ac71dcde5c4878160781a4f85d22120110b0889a2dcca504bf1a0 3",
        "cancel 6353a97b167d75c1418b3813f4f8574d9282d6b96613713fbb7b97494c7f7ace 3",
        "confirmed a33947dfc32fe9aa59d51e4931e7e04eb46c727878e4c4aacd1a47d126d152ea 3",
        "cancel what was not confirmed 5b883d37e3651ad1cbe519530c9e0497ca5a6175fb68ec6ef1dbf6b2702b2032 3",
        "change venue eed87a9f60b9a3352538a8a728cce9b694465b6abc5fc20a22d2fd1c50fadd66 3",
        "change venue e52e894a4c7f99f4cd9584f2f95fe311f4643e294924a70c39315ea4a880ac88 3",
        "course d2c98a9f1b2be4c612721ebbdc5633b2fefa57707bb733aaf5d126bd843b1c50 3",
        "allocate 1e30d5f1a5afcb32f3fee40aeca2f0874119ac1a6dc3b71189232fadf20be5ad 3",
        "backfill 1e30d5f1a5afcb32f3fee40aeca2f0874119ac1a6dc3b71189232fadf20be5ad 3",
        "accept 710c786eb19d4a2a048c0589b7d741de3e40fdf07ea7646010417bbeae6334d5 3",
        "booking a call d0a8ebff2035e70b17ed9859a4d2462cf346116b1bd4bcad266ddbb6199d3f15 3",
        "attend a5441c8963cddbade9db360c23aa876a3a18865bf47b998a422adbb110c98ab5 3",
        "attend 4291cf9e874fbb2ed43d18c98863fec0c9ac3997bcfe178570816410b3cd89be 3",
        "correct e9ac6abb5c13f31148bed54e2692f881c0ffcbb6824400099c156628331ea479 3",
        "correct a6ebb5674748458c80aafc4fa9c547a5764554e7514fbf0e2493a7bfaa35a61d 3",
        "reopen 1f072bd47d816b3270be311363938763c274bf8613bf4ccb64c3ef2e8f8663d9 3",
        "correct seat b06a0016de97a99f01d928aa28e2a8a1aadae8e08a9af8e480946e84d1329203 3",
        "correct seat 9d6d9fff3570cd24fc3a68b126af5a94329993f33bdb8ad5d33d057ba876b0a4 3",
        "open group 446425dd90afd88b82fbe55d13a56dc32b4fa73a93ad5777eaf069f8f8fa2629 3",
        "join group ad0600bfef4750811279a93271df5added3ca2f1421ef5ad292f9fdb4ff88408 3",
        "giving up a seat 2f50898b7bd140ba75cf41210cfa75b031e89a37aaf7ab65d5edd0bd44829cc5 3",
        "decide group 4c1b1a736359e126c3fbb8dda13ad338ef7206ac36bd94804d66ad32b468d01d 3",
        "cancel group 4c1b1a736359e126c3fbb8dda13ad338ef7206ac36bd94804d66ad32b468d01d 3",
        "attend group a4147a26a5c8ba3f566a04b6285b56c43bb3d80302872afbd9f68179c56d31c0 3",
        "absent 716621664062bf97d272da8f9dc85361c5abd22c3e53734a38c45cd5d3a8ab6f 3",
        "back 4de8e36565e2dca6984dfc98d1b57319000d9d007ac96744c237be138c619449 3",
        "change hours fa353a6f798dc3611acaac99f4e03c81c0ecfa5a6ee4eae35cc359e4f2911173 3",
        "change clinician c0a2156ef0ed9c8f6302faaf4fcad9229aa3e10abbfe010df1b2415d7214c5fb 3",
        "add room 78375f53628774c8969d0718b75a3637d95885f5a7d189d029b2e4a3a9d00e49 3",
        "close room 86b62c6e956b93f592d606362b6f0d93b87a1b9da4646adffd3f7a754aa91d8d 3",
        "open room add9e9cca0af3e81930abb1ab1181a7858333513c3d15f52d039921bd092f4b5 3",
        "done 93fda2ee4ec1742f9f19f12c731055f7f306112ea586098b7803532fac93bf44 3",
        "sent e66f28e49f46d0b7c844c809d27e76d80d9e5f939b612c1b2b65372660ffd36c 3",
        "link bab08b06d5b00db54385b5137ebbb1e6394c92b99da3422af5d0ca59597d39ef 3",
        "choose by a link e4720cb173339077fa0403f7ecf24b816e911c81cb1f961e7cac3b2d28bd6772 3",
        "add user e5a27e0fd3bc2faafbee21ab401233d1bcbb1fa134601fbe85e54c4a0b2f9c7d 3",
        "remove user 4c1b1a736359e126c3fbb8dda13ad338ef7206ac36bd94804d66ad32b468d01d 3",
    ]

    @Test func formerKeysAreKnown() {
        #expect(Self.kept.count == CommandSamples.former.count)
        for (command, kept) in zip(CommandSamples.former, Self.kept) where command.name != "link" {
            #expect(FormerKey.fingerprint(of: command.useCase, by: Author(user: 3, origin: "test")) == kept)
        }
    }

    /// A database in which the version before kept a reply.
    @Test func aFormerKeyIsAnsweredOrRefused() throws {
        let clinic = try SmallClinic()
        var context = clinic.context
        context.key = "k"
        let slot = try #require(clinic.service.offer(person: 1, in: context).slots.first).wanted
        let hold = Hold(person: 1, slot: slot)
        let former = FormerKey.fingerprint(of: hold, by: context.author)
        _ = try clinic.service.store.writeBlocking {
            try $0.remember(
                reply: .init("{\"hold\":41,\"expires\":14216400}".utf8), forKey: "k", fingerprint: former)
        }
        let before = try clinic.service.store.read { try $0.lastSequence }
        #expect(try clinic.service.perform(hold, in: context).hold == 41)
        #expect(throws: BookingError.store(.keyReused(key: "k"))) {
            _ = try clinic.service.perform(Hold(person: 1, slot: slot, reason: "another"), in: context)
        }
        #expect(throws: BookingError.store(.keyReused(key: "k"))) {
            _ = try clinic.service.perform(Release(hold: 41), in: context)
        }
        #expect(try clinic.service.store.read { try $0.lastSequence } == before)
    }
}
