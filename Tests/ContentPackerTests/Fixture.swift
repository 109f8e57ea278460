import Foundation

/// A small set of content files that are as they have to be, to be broken one line at a time.
struct Fixture {
    private(set) var files: [String: String] = [
        "check.yaml": """
        items:
          - id: tell
            of: emotional
            kind: do
            text: When something moves me, I tell you.
        scale:
          low: not at all
          high: completely
        circles:
          felt: As it is
          wished: As you wish it
          help: Drag the circles
        comfort:
          question: How open do you want to be?
          steps:
            - {level: 1, name: Doorstep, text: Light things and play.}
            - {level: 2, name: Kitchen, text: Everyday things and thanks.}
            - {level: 3, name: Table, text: Hopes and worries between us.}
            - {level: 4, name: Fire, text: What hurts and what I miss.}
            - {level: 5, name: Dark, text: What I hardly dare to say.}
        """,
        "pulse.yaml": """
        lines:
          - {id: pulse-emotional, of: emotional, text: This week we talked.}
          - {id: pulse-physical, of: physical, text: This week we touched.}
          - {id: pulse-intellectual, of: intellectual, text: This week we thought.}
          - {id: pulse-experiential, of: experiential, text: This week we went out.}
        circles: {felt: This week, wished: As you wish it, help: Drag the circles}
        """,
        "signs.yaml": """
        signs:
          - id: logistics
            name: Only logistics
            seen: You talk about shopping and lifts.
            may: It may mean that both of you are tired.
            maynot: It need not mean that there is nothing to say.
            pillars: {emotional: 0.8}
            foundations: {}
            causes: [screens]
            practices: [the-door]
            safe: false
        """,
        "causes.yaml": """
        causes:
          - id: screens
            name: Screens
            about: They are made to hold you.
            points: Give them a place to sleep.
            practices: [the-door]
            conversation: weekly
            help: false
            circumstance: null
            pillars: {}
            foundations: {presence: 0.9}
            safe: false
        """,
        "practices/physical.yaml": """
        practices:
          - id: the-door
            name: The door
            do: >-
              When one of you comes home, stop what you are doing, go to the door, and stay in the hug until you feel
              the other's shoulders drop. Phones wait two minutes.
            why: The first minutes back set the tone of the evening.
            flat: Stand close and say one thing you're glad of.
            minutes: 2
            who: together
            apart: false
            effort: 1
            openness: 2
            cost: 0
            rhythm: daily
            when: any
            pillars: {physical: 0.8}
            foundations: {presence: 0.6}
            self: {}
            causes: [screens]
            avoid: [apart]
            safe: false
        """,
        "questions.yaml": """
        questions:
          - id: smell
            depth: 1
            theme: taste
            text: What smell would you bottle from this year?
            safe: true
          - id: closer-laugh
            depth: 1
            theme: play
            series: closer
            step: 1
            text: What has made you laugh lately?
            safe: false
        """,
        "reading.yaml": """
        articles:
          - id: why-it-fades
            title: Why it fades
            about: It rarely goes in one day.
            text:

        """
            + String(
                repeating: "      - "
                    + String(repeating: "Each of you reads this line about two people. ", count: 9) + "\n", count: 4)
            + "    safe: true\n",
        "dates.yaml": """
        dates:
          - id: last-stop
            name: The last stop
            do: >-
              Take a bus that neither of you ever takes to its last stop, and drink something hot there before you turn.
            minutes: 120
            energy: 2
            cost: 1
            place: out
            novelty: 3
            season: any
            mood: [curious]
            apart: false
            avoid: []
            safe: false
        """,
        "touch.yaml": """
        touch:
          - id: hand-on-back
            name: A hand on the back
            detail: In passing, flat and warm, at the stove or the sink.
            openness: 1
        """,
        "exercises.yaml": """
        exercises:
          - id: thing-talks
            safe: false
            kind: game
            picture: voice
            name: The thing talks
            about: Lend your voice to something in the room. It has watched the two of you for years.
            minutes: 5
            steps:
              - say: Look round for a minute.
                seconds: 60
            cards:
              - The kettle has an opinion.
              - The doormat remembers.
            deal: 2
            each: 30
            turns: true
            end: They'll say no more tonight.
            practice: the-door
        """,
        "journal.yaml": """
        prompts:
          - id: first-thing
            theme: day
            safe: true
            text: What was the first thing you noticed today?
        """,
        "journeys/to-be-heard.yaml": """
        id: to-be-heard
        name: To be heard
        about: Four weeks of listening, for any two.
        company: together
        openness: 2
        causes: [screens]
        avoid: []
        lines: [tell]
        before: Choose an hour that is quiet.
        weeks:
          - id: door
            about: Begin at the door.
            steps:
              - practice: the-door
              - question: smell
          - id: read
            about: Read a page.
            steps: [{article: why-it-fades}]
            lighter: the-door
          - id: talk
            about: Have the talk.
            steps: [{conversation: weekly}]
            deeper: the-door
          - id: end
            about: Once more the door.
            steps: [{practice: the-door}]
        middle: This is halfway. Resting is free.
        after: That was all of it. Keep what you liked.
        rest: It waits where you left it.
        safe: false
        """,
        "conversations/weekly.yaml": """
        id: weekly
        name: Weekly check-in
        about: A look at the week, for both of you.
        minutes: 20
        openness: 2
        before: Bring something warm to drink.
        steps:
          - id: speak
            who: speaker
            ask: What went well?
            other: Listen, {listener}.
            stems: [I liked it when …]
            seconds: 90
            next: Then the other.
            kind: speak
          - id: confirm
            who: speaker
            ask: Did {listener} get it?
            seconds: 0
            kind: confirm
            choices:
              - {id: "yes", text: Yes, goto: end}
              - {id: not-quite, text: Not quite, goto: speak}
          - id: end
            who: both
            ask: Stay close for one breath.
            next: Close
            kind: close
        repeats: {steps: [speak, confirm], turns: 2}
        close: That was your week.
        pause: Your place is kept.
        safe: false
        """,
        "help.yaml": """
        title: Help from people
        opening: Asking for help takes care of you both.
        when:
          - {id: same-quarrel, text: The same quarrel has come back for months.}
        danger:
          title: If you are afraid
          text: Fear is reason enough to ask for help.
          steps: [Get to where other people are.]
        kinds:
          - {id: doctor, name: Your doctor, text: For sleep and low mood.}
        raise:
          title: How to raise it
          text: Choose a calm hour.
          stems: [I miss …]
        lines:
          - country: GB
            name: Samaritans
            for: crisis
            phone: "116 123"
            hours: Any time
            url: https://www.samaritans.org
            checked: 2026-11-20
            source:
              - https://www.samaritans.org
            looked: 2026-11-20
        privacy: Nobody sees that you were here.
        """,
    ]

    /// Puts one text in another's place, which must be there.
    mutating func replace(_ original: String, with replacement: String, in file: String) {
        let text = files[file] ?? ""
        precondition(text.contains(original), "\(file) doesn't have: \(original)")
        files[file] = text.replacingOccurrences(of: original, with: replacement)
    }

    mutating func remove(_ file: String) {
        files[file] = nil
    }

    mutating func add(_ file: String, _ text: String) {
        files[file] = text
    }

    /// Writes the files into a folder of their own for as long as `body` runs.
    func withDirectory<Result>(_ body: (String) throws -> Result) throws -> Result {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("content-\(UUID().uuidString)/en")
        defer { try? FileManager.default.removeItem(at: directory.deletingLastPathComponent()) }
        for (name, text) in files {
            let file = directory.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try body(directory.path)
    }
}
