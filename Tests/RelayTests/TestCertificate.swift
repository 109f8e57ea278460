/// A certificate for localhost, signed by itself, until 2126, and its key, which guards nothing.
struct TestCertificate {
    let certificate: String
    let key: String

    static let one = TestCertificate(
        certificate: """
            -----BEGIN CERTIFICATE-----
            MIIBmzCCAUGgAwIBAgIUFln1GqcGKw5IUNoh9Vb4B36IILswCgYIKoZIzj0EAwIw
            FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMDIzNTEzOVoYDzIxMjYxMDI3
            MjM1MTM5WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
            PQMBBwNCAAT/qZ5RDxrbsRZrpod7NeApEL5vtQJV19kdBP9gP02aDJ8K1Aoh2Vc0
            OsfcxfOxBm+uOJqMGNfvqaGkswTbkrR4o28wbTAdBgNVHQ4EFgQU2Uq+V3bVSb65
            7hQoU8b5CTOVRrIwHwYDVR0jBBgwFoAU2Uq+V3bVSb657hQoU8b5CTOVRrIwDwYD
            VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
            zj0EAwIDSAAwRQIgRpFqTaKGo+mIG1yFeiuLXGQWQyHzqSVFOJzSjDDL1ZACIQC9
            +9gSu3SEWw/bylo5aWwWVFLQV2a+PDeXHqdlIs/cBg==
            -----END CERTIFICATE-----
            """,
        key: """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgu8plJ8MUcZzIMbQX
            p8FuUCcpG+KO0j3tvjHtre55i6uhRANCAAT/qZ5RDxrbsRZrpod7NeApEL5vtQJV
            19kdBP9gP02aDJ8K1Aoh2Vc0OsfcxfOxBm+uOJqMGNfvqaGkswTbkrR4
            -----END PRIVATE KEY-----
            """)

    static let other = TestCertificate(
        certificate: """
            -----BEGIN CERTIFICATE-----
            MIIBmjCCAUGgAwIBAgIURnKT1so3l7nXUa971z6RvIjsYhcwCgYIKoZIzj0EAwIw
            FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTIwMTA0MTUzNFoYDzIxMjYxMTA3
            MDQxNTM0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
            PQMBBwNCAARwfzmT84DPp7zHWIcL+/0RhPwIK84VlDMev5OUqE84wLkA81JuBp5Y
            g9klWMpDWXExXV4RX4U3DS9rP/nFJciUo28wbTAdBgNVHQ4EFgQURvcCv6ZgeGMg
            khVeyHRngEZUC94wHwYDVR0jBBgwFoAURvcCv6ZgeGMgkhVeyHRngEZUC94wDwYD
            VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
            zj0EAwIDRwAwRAIgCVgDk1SkszxoyisQuJ3PcVNs3ydNxbQ73UGAsRx8jJoCICo8
            Xbz/rFNanL/Y5Th6wXkdbGLRVYDNpmo9bm+Nxpj4
            -----END CERTIFICATE-----
            """,
        key: """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg0h9TZFJF6AJlbmcO
            x/9Ii+d/JPE3Tg77Rcq3tfN7d02hRANCAARwfzmT84DPp7zHWIcL+/0RhPwIK84V
            lDMev5OUqE84wLkA81JuBp5Yg9klWMpDWXExXV4RX4U3DS9rP/nFJciU
            -----END PRIVATE KEY-----
            """)
}
