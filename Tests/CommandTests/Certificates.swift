/// A certificate that was made for tests, of a machine that is called localhost, until the year 2126; its key; the same
/// key behind a password; and another certificate's key.
enum Certificates {
    /// Texts by the names of the files.
    static let files = [
        (
            "one.pem",
            """
            -----BEGIN CERTIFICATE-----
            MIIBlTCCATugAwIBAgIUMXUPJUOMIJA7SgzUkzGqN4EhaRkwCgYIKoZIzj0EAwIw
            FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyOTE1MjUyNFoYDzIxMjYxMTA1
            MTUyNTI0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
            PQMBBwNCAAQFldHqchTbGf2AFhScEOlhg5bi8CE1OEeAFkdVLKWXwjydcN3dD1ua
            zDa1b7AP5BIJNFlv6tQIZc0Zhihel1ojo2kwZzAdBgNVHQ4EFgQUHf+LKfSMKMvp
            OoNjs7QxxH9uo9cwHwYDVR0jBBgwFoAUHf+LKfSMKMvpOoNjs7QxxH9uo9cwDwYD
            VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
            SAAwRQIgK4OaDd42c+m4PUxtADYDkUZFHyYC8vHPD4/3AfKe+rYCIQD9YDDwOwmZ
            CSNDB3IyP6g8/B0uYWY/zriIDJTGpBrRMQ==
            -----END CERTIFICATE-----

            """
        ),
        (
            "one-key.pem",
            """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgKfwzSboCLye7i5e9
            zQU3OdyhOYQVdoqjU1dzKNCyVc+hRANCAAQFldHqchTbGf2AFhScEOlhg5bi8CE1
            OEeAFkdVLKWXwjydcN3dD1uazDa1b7AP5BIJNFlv6tQIZc0Zhihel1oj
            -----END PRIVATE KEY-----

            """
        ),
        (
            "two-key.pem",
            """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgMQBC+RWXSDHJvrrW
            OxJ/UhRYzypHAiZ9Q6Bc5IAoWD6hRANCAAR/jTJZkG79sMLgrScLwajoL3IWa/sO
            6XmwXIGnFg89Y3IrKtl4Va7L36JbfgFXYNmWqParWeZQdj0P7i15J9De
            -----END PRIVATE KEY-----

            """
        ),
        (
            "locked-key.pem",
            """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAilEy5Vn/k9oQICCAAw
            DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEKpBk/NXfHyuaG3WS/kePigEgZD1
            YNhIjuMGDvAL6dAfadhkSRS7XiSrBpZwMV+ZjIRQv2ms7AVeOrVY1f7+AlTKjlh0
            ErE4w/eFa45iPELdlgVimmUmaJUt7S6gdR5Moja1c6cjVfbBaIkreEV8eK352dC/
            R7322BPk91D0AVMiw2Qr7bfiCVy7QB/fmbcmgnIR0SLxumZQcz8xKMhChqG5jwk=
            -----END ENCRYPTED PRIVATE KEY-----

            """
        ),
    ]
}
