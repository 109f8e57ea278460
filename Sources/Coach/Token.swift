/// A word, number, emoji or punctuation mark of a message.
struct Token {
    /// What a token is made of.
    enum Kind: UInt8 {
        /// A word, or one half of a contraction.
        case word
        /// Anything that begins with a digit or a currency sign.
        case number
        /// One pictograph.
        case emoji
        /// A punctuation mark; runs of the same mark are one token.
        case mark
    }

    /// What it is made of.
    var kind: Kind
    /// Hash of the word in lower case and in its usual spelling.
    var word: UInt64
    /// Hash of the word without its ending: "asked", "asking" and "asks" share one.
    var stem: UInt64
    /// Hash of its first letters, five at most.
    var beginning: UInt64
    /// The lexicon's classes it belongs to, one bit each.
    var classes: UInt64 = 0
    /// Where it stands in the message, in Unicode scalars. The two halves of a contraction share one place.
    var range: Range<Int>
    /// Whether it stands between quotation marks.
    var isQuoted = false
    /// Whether it is written with a capital although no sentence begins here.
    var isName = false
    /// Whether it is written in capitals throughout and is longer than two letters.
    var isShouted = false
}

/// A message as tokens, with its sentences as ranges of them.
struct TokenisedMessage {
    /// Every token, in order.
    var tokens: [Token] = []
    /// The sentences, as ranges of ``tokens``: each ends behind its full stop, question mark, or line.
    var sentences: [Range<Int>] = []
}
