import Ledger

/// What Ana and Ben, the couple of `hearth demo`, wrote in their year. They are invented.
enum DemoVoices {
    /// Thanks, as one of the two wrote them: 0 is Ana, 1 is Ben.
    static let thanks: [(author: Int, text: String)] = [
        (0, "You filled my bike tyres before I knew they were flat."),
        (1, "You laughed at the parking story the second time too."),
        (0, "You took the early feeding of the cat all week and never said so."),
        (1, "The way you asked about my mother’s knee and then waited for the whole answer."),
        (0, "You put your phone in the hall before I had sat down."),
        (1, "Soup at eleven at night. I was so tired I forgot to say it."),
        (0, "You told your sister I’d been brave about the job. I heard that."),
        (1, "You saved me the window seat."),
        (0, "When I snapped about the keys you said ‘rough day?’ and nothing else."),
        (1, "Your hand on my back in the queue."),
        (0, "You learnt how to make the bread I like, and the third one worked."),
        (1, "You read me the whole article so I could keep my eyes shut."),
        (0, "You came to the school thing straight from the train."),
        (1, "For saying sorry first on Sunday."),
        (0, "You noticed the new curtains on your own."),
        (1, "The note in the lunch box. I still have it."),
        (0, "You sang in the kitchen again. I’ve missed that."),
        (1, "You let me be quiet in the car and it wasn’t a bad quiet."),
        (0, "You moved the meeting so we could walk by the river."),
        (1, "You remembered that today was the day of the results."),
        (0, "The long hug at the door, with your wet coat."),
        (1, "That you told me what you were afraid of. It can’t have been easy."),
        (0, "You booked the dentist for both of us. Romance."),
        (1, "The look across the table when Tom told that story."),
        (0, "You did the tax thing. All of it."),
        (1, "You asked me to teach you the chord and then really practised."),
        (0, "You took my side with the landlord."),
        (1, "Ten minutes on the bench when we had none."),
        (0, "You warmed my side of the bed."),
        (1, "You said ‘tell me more’ and meant it."),
        (0, "For the blackberries, and the thorns in your sleeve."),
        (1, "You kept my place in the book for a month."),
        (0, "You let your tea go cold to finish listening."),
        (1, "You woke me gently. Nobody wakes me gently."),
        (0, "The terrible drawing of the neighbour’s dog."),
        (1, "You asked before you gave advice."),
    ]

    /// Questions both answered: id, Ana's answer, Ben's answer.
    static let answers: [(question: String, ana: String, ben: String)] = [
        (
            "bottle-a-smell", "The stairwell when the neighbours bake. And rain on the hot car park in June.",
            "Your jacket after the bonfire. Don’t wash it."
        ),
        (
            "late-snack", "Toast, too much butter, standing up, in the dark.",
            "Cold potatoes with mustard. You call it a crime."
        ),
        ("private-joke", "‘Is it a heron?’ It is never a heron.", "The heron. It will always be the heron."),
        (
            "worst-lodger", "A goose. It would have opinions about the hall.",
            "An otter, because you’d like it more than me."
        ),
        (
            "weather-today", "Fog in the morning, clearing, one warm hour around five.",
            "Wind. Nothing broken, but I held on to things."
        ),
        (
            "how-to-say-sorry", "My grandfather. He brought you an apple and sat down beside you. No words.",
            "Nobody, really. At home it was quiet for two days and then there was pudding. I’m learning."
        ),
        (
            "hour-to-see", "The half hour before my first class, when I’m good at it and nobody knows yet.",
            "Six in the morning at the depot. Everyone’s kind at six."
        ),
        ("smile-before", "You, arguing with the radio.", "A boy on the tram teaching his grandmother to use a straw."),
        (
            "greet-after-hard-day", "Stand still. Let me come to you. Don’t ask yet.",
            "Say my name and put the kettle on. Questions after the tea."
        ),
        (
            "became-home", "When I stopped putting my keys in my bag and put them on the shelf.",
            "When I could find the light switch in the dark."
        ),
        (
            "ten-minutes-again", "Wednesday, on the steps, with the ice cream going down our wrists.",
            "Same ten minutes. Less ice cream on me, please."
        ),
        (
            "company-on-errand", "The recycling. It’s far and I like to complain.",
            "The garden centre. You make it a museum."
        ),
        (
            "need-quiet", "Thursday after the meeting. An hour and I’m yours.",
            "Sunday at four. I never knew how to say it."
        ),
        (
            "weekend-changed", "One plan instead of four, and you in it.",
            "Nobody’s waiting for us anywhere. That used to scare me."
        ),
        (
            "unseen-daily", "I check that the stove is off after you have checked that the stove is off.",
            "I move your glass away from the edge of the table. Every night."
        ),
        (
            "secretly-proud", "That you can talk to anyone’s father.",
            "That you went back and finished it at thirty-four, with everything else going on."
        ),
        (
            "same-side", "When you say ‘we’ to the bank.",
            "When we carry something heavy down the stairs and don’t need to talk."
        ),
        (
            "fond-in-silence", "You cut the apple and give me the half with no pips.",
            "You move over before I’m in the room."
        ),
        (
            "night-visitor", "That I’ll be a tired person for ever. That this is it.",
            "Money, then my father’s heart, then money."
        ),
        ("asked-more-often", "What I’m reading. Nobody asks any more.", "Whether I slept."),
        (
            "liked-us-best", "The winter with no heating. We were very good at that winter.",
            "When the car died in Slovenia and neither of us was rude."
        ),
        (
            "better-at-noticing", "When I’ve gone quiet because I’m sad and not because I’m cross.",
            "When I’ve done a thing and would love to hear it. I know. But still."
        ),
        (
            "beneath-the-quarrel", "I think it’s about who gets to be tired first.",
            "I think I’m afraid you’ll stop asking me things."
        ),
        (
            "kind-word-held", "When I’m still a bit cross. I could say it anyway.",
            "In front of other people. I go stiff. I’d like not to."
        ),
        (
            "beside-you-become", "… someone who says it the same day.",
            "… less of a fortress. A house with a hedge, perhaps."
        ),
        ("proud-of-us", "That we can start again at four in the afternoon.", "That we laugh in the supermarket."),
    ]

    /// Pages of Ana's journal, which nobody else can open.
    static let anaJournal = [
        "I keep thinking about what Ben said on Sunday. I don’t want to answer quickly.",
        "A good day. I want to remember that there are good days.",
        "I was lonely at the table tonight and he was a metre away. Write it down, don’t throw it.",
        "He asked what I was reading. Small. Not small.",
    ]

    /// Pages of Ben's journal, which nobody else can open.
    static let benJournal = [
        "I don’t know how to say that I miss being wanted. Practise saying it here.",
        "She thanked me for the tyres. I was happy all morning like a fool.",
        "Father’s check-up on the ninth. I haven’t told her how much I’m counting the days.",
    ]

    /// Moments they kept.
    static let moments: [(author: Int, text: String)] = [
        (0, "The steps behind the museum, ice cream, your ridiculous hat."),
        (1, "First swim of the year. Eleven degrees. You screamed for both of us."),
        (0, "The night the lights went out and we talked until two."),
        (1, "Ana’s exam. We ate cake in the car because we couldn’t wait."),
    ]

    /// The day they met, how many days ago: six years and a good season.
    static let met = (
        author: 0, text: "The wrong ferry. You sat on my coat and didn’t notice for an hour.", daysAgo: 6 * 365 + 130
    )

    /// Chapters of their story, as each tells them.
    static let chapters: [(question: String, ana: String, ben: String)] = [
        (
            "chapter-how-we-met",
            "On the wrong ferry. You sat on my coat for an hour, and I let you, because you were reading and your lips moved.",
            "I ran for the boat and it was the wrong one. I remember thinking that the bench was strangely soft."
        ),
        (
            "chapter-first-noticed", "That you apologised to the coat.",
            "That you laughed before you were sure that it was funny."
        ),
        (
            "chapter-ordinary-day", "One pan, two forks, and a radio that only got the one station.",
            "You’d ring at ten past four and say nothing much. I used to be near the telephone at ten past four."
        ),
    ]

    /// What became of a promise of theirs.
    enum PromiseEnd {
        case open, kept
        case released(String)
    }

    /// What they promised each other in the last weeks: how many days ago, and within how many.
    static let promises: [(author: Int, text: String, daysAgo: Int, within: Int, end: PromiseEnd)] = [
        (1, "to ring the plumber, so that you don’t have to", 24, 2, .kept),
        (0, "to be at the door when you come home on Friday", 16, 3, .kept),
        (0, "to sort the photographs of the lake", 9, 6, .released("The evenings went another way.")),
        (1, "to take the bins down before you think of them", 2, 5, .open),
        (0, "to come to bed before eleven", 1, 4, .open),
    ]

    /// Lines about what was done, by practice; one about every six weeks.
    static let lines = [
        "friday-glass": [
            "", "", "The glass for the tap water was the chipped one. Nobody minded.",
            "We sat until the candle was a puddle.", "I’d forgotten that you can whistle.",
        ],
        "our-bench": [
            "", "", "", "", "Wet planks, two newspapers, and the heron came back.",
            "You told me about the geese again. I’d listen to that every week.",
        ],
    ]

    /// What both noted about their trip, and how many days ago.
    static let tripNotes: [(author: Int, text: String, daysAgo: Int)] = [
        (0, "The upper bunk is mine. I called it on the ferry in 2019.", 38),
        (1, "The bakery opposite the station opens at five.", 21),
    ]

    /// What Ana planned in secret: how many days ago, and within how many it was done.
    static let kindnesses: [(text: String, daysAgo: Int, within: Int?)] = [
        ("his bicycle, cleaned before he needs it on Monday", 12, 3),
        ("the song from the ferry, on when he comes through the door", 4, nil),
    ]

    /// What Ana did for herself: how many days ago, and what.
    static let care: [(daysAgo: Int, names: [String])] = [
        (15, ["sleep", "movement"]), (13, ["friends"]), (11, ["sleep", "joy"]), (9, ["sleep"]), (8, ["sleep", "food"]),
        (5, ["movement"]), (3, ["friends", "quiet"]), (1, ["sleep"]),
    ]

    /// What set Ana off.
    static let trigger = JournalWritten(
        text: "The plan for Sunday changed, and I heard of it last.", feelings: ["left out", "irritated"],
        trigger: JournalWritten.Trigger(
            did: "I said it was fine and cleaned the whole kitchen.", wish: "To be asked first, also when it’s obvious."
        ))

    /// What Ana is growing in, and the next step.
    static let growth = (
        text: "saying sooner when something is too much", step: "one sentence on Sunday, before the dishes"
    )
}
