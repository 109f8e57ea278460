/// Names of languages in English.
enum EnglishLanguages {
    /// The name of a language; its tag where none is known.
    static func name(_ tag: String) -> String {
        switch tag {
        case "am": "Amharic"
        case "ar": "Arabic"
        case "de": "German"
        case "el": "Greek"
        case "en": "English"
        case "es": "Spanish"
        case "fa": "Farsi"
        case "fi": "Finnish"
        case "fr": "French"
        case "ha": "Hausa"
        case "he": "Hebrew"
        case "id": "Indonesian"
        case "it": "Italian"
        case "ja": "Japanese"
        case "km": "Khmer"
        case "ko": "Korean"
        case "mn": "Mongolian"
        case "ms": "Malay"
        case "ne": "Nepali"
        case "pl": "Polish"
        case "pt": "Portuguese"
        case "ru": "Russian"
        case "so": "Somali"
        case "sq": "Albanian"
        case "sv": "Swedish"
        case "ta": "Tamil"
        case "th": "Thai"
        case "tl": "Tagalog"
        case "tr": "Turkish"
        case "uk": "Ukrainian"
        case "vi": "Vietnamese"
        case "yue": "Cantonese"
        case "zh": "Chinese"
        default: tag
        }
    }
}
