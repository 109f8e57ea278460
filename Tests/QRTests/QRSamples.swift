import Testing

/// Symbols that another implementation made (the Python package qrcode 8.2), to be met module by module.
struct QRSample: CustomTestStringConvertible, Sendable {
    /// What the symbol reads as.
    let text: String
    /// Its mask pattern.
    let mask: Int
    /// Modules along one side.
    let size: Int
    /// The modules row by row as bits in hexadecimal, dark being 1, filled up with zeros.
    let modules: String

    var testDescription: String { "size \(size), mask \(mask)" }

    /// Eight masks of the smallest symbol, then versions 4, 7 and 10.
    static let all = [
        QRSample(
            text: "Hearth", mask: 0, size: 21,
            modules: """
                fe53fc16d06e9cbb7465dba9aec12907faafe00800aa689242a8fef5df803b29bf700051abf923f04063ba8a5d\
                d1aeaea5e3047a2fed7d8
                """),
        QRSample(
            text: "Hearth", mask: 1, size: 21,
            modules: """
                fe83fc10506ea8bb74c5dba4aec14107faafe00200a33928e8026ba08b2a918cea25007b03fa76b04ac9ba5f0d\
                d3042eb0b704d08fe8288
                """),
        QRSample(
            text: "Hearth", mask: 2, size: 21,
            modules: """
                fe33fc12106ea4bb7555dbafaec16507faafe01b00be0be46a4b70cd3c0a03ca3148805f93f8add053edbae9d5\
                d54d2ebd010442cfeb450
                """),
        QRSample(
            text: "Hearth", mask: 3, size: 21,
            modules: """
                feb3fc14d06e9ebb7555dba22ec11107faafe01000b7625c6a4b5dfbe7b8d8aa3148807227fb1b1053edba32bd\
                d620aebd0104f41fed9e0
                """),
        QRSample(
            text: "Hearth", mask: 4, size: 21,
            modules: """
                fef3fc10106e8abb7525dbabaec14507faafe01c008bcfcfe47393c30512720d2d39007c1ffa4e5044f1baaecd\
                d375ee933904330fef348
                """),
        QRSample(
            text: "Hearth", mask: 5, size: 21,
            modules: """
                fe03fc14106ea4bb7595dba7aec10507faafe01300828e75ad5730cd3c2a81ccea25007f13f8add04f9cba69d5\
                d3452e90b704c0cfeb450
                """),
        QRSample(
            text: "Hearth", mask: 6, size: 21,
            modules: """
                fe83fc14106eacbb7495dbaeaec11d07faafe003009facbdad5739e9ae32e04cea25007c1ffa3f905f9cbafb9d\
                d6c32e90b704ccffe90c0
                """),
        QRSample(
            text: "Hearth", mask: 7, size: 21,
            modules: """
                fe53fc13d06e98bb7465dba3aec16107faafe00c0096fd0242a8ecbcfbc91fb9bf700043e3f96ad05063ba2ecd\
                d53cee85e304330fec590
                """),
        QRSample(
            text: "https://hearth.example/#invite/AAECAwQFBgcICQoLDA0ODw", mask: 3, size: 33,
            modules: """
                fe88bd3fc14514906e978e2bb75a2745dba00d5aec10bd9507faaaaafe0143c000b74156a5b8ce7c9b15f32bdf\
                77091a2e8fa1286d4189d02d88ca91f2f112b639ec279c16ec468087f6b8c0cb86c0b77c2138b00801f4688c61\
                147a6c2e6ed80a62b8a618c2fb007fc9c67fa83e6a105b1cb1fba6fe3fb5d5763886ea9eb6d904e0d3f1feaef5\
                2e0
                """),
        QRSample(
            text: """
                Zwei Menschen, ein Ort für Nähe, Zwei Menschen, ein Ort für Nähe, Zwei Menschen, ein Ort f\
                ür Nähe, heute und dann\

                """, mask: 5, size: 45,
            modules: """
                fe2161bfcbfc14fa794c906eac5416b4bb7530dbfbb5dba375fd63aec10b54504107faaaaaaaafe011dd1c8300\
                82902fe73e77014b7377f4a6acf07c1a4c08c039bd15de39114aaf5d107f1c23e65659e286d17cce00fbdc400d\
                c22406c27025613e06f6e349ffbc37053671d725d16290fbfefb34fa7c74a4777c72eb7d2aa1ab5d1f1111d31c\
                afa49fdb8fcc6539b67acbbecac91a3b5cf864330eb56425a00d70f9008fb36b62276f2ff5212b791017bdda58\
                d7a6f0a724b787dfc5bf2d82f8a08c5b54f1ac359da709a906ffbbf80040c4470c77f99feaa7abb044b11c831e\
                ba616f814f85d0a024ba66ee93531430db049cbcdd834fea574a31310
                """),
        QRSample(
            text: """
                a little closer, on purpose; a little closer, on purpose; a little closer, on purpose; a l\
                ittle closer, on purpose; a little closer, on purpose; a little closer, on purpose; a litt\
                le closer, on purpose; 
                """, mask: 6, size: 57,
            modules: """
                feda3cbbbbe73fc15ea080d608906eb6e5a5794bcbb7438fe7577ba5dba87b6bf07392ec11eb2314fa9107faaa\
                aaaaaaaafe006e164425e3009fdbb03e5ce74b98ec1de5fb97f4b7a81f616925e4743a49c1d4e170e1f0d8ec28\
                c8d6cca36fe75efb2d18dfb73e057d439110223144806ecec36c8c64df582446a63e7b763d6941efc259721120\
                ab095bd76e14b34a2cdce6b1bb26d18d68cddf37f5db7d9c8efae36a6e8ac8cf8360594f6f23a71f8eae3c54f5\
                cdd76532d927f3edbf92f53e4516251444c05178ab3252bca1aad944c6571fe7fc76fe2218ff7773fa39be8df2\
                ad420cffd96cc33cc6b16cf2be9d977b6743bd8c548f35fcd89f104fba814649312f00e8eef91f43153d165de3\
                80de6ea7b8483070709e1750684616e713dd19a93ffd3231cbdf343fcf5c890c2ff3766fba9ae4fc2c54a8f26e\
                e0f746982d0dcf7daccbfd91e29d485d43b559dff0feb7ef8cd8ef02dba33e8feffd806487f1213ec53fabb0ba\
                a3852b9055ccd4624c916bae78cfeaa3afd5d7e99d29e53a32e94d03ab6667b704cea5fe056047fec4bb041ca1\
                380
                """),
    ]
}
