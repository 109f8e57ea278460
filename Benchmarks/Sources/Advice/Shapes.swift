extension SimulatedCouple {
    /// What the couples of one trial have in common. Spreads are standard deviations of logarithms.
    struct Shape {
        var name: String
        /// Points that a practice of weight 1 gives, before the couple's own multipliers.
        var strength = 0.4
        /// How far the couple's own multipliers lie apart: of each pillar, foundation and kind of practice, and of each practice.
        var pillarSpread = 0.4
        var foundationSpread = 0.3
        var traitSpread = 0.2
        var practiceSpread = 0.4
        /// What is left of a practice's effect after each time it was done, and the weeks in which half of that is forgotten.
        var saturation = 0.8
        var recoveryWeeks = 26.0
        /// The part of what was gained that is lost every week.
        var decay = 0.01
        /// Standard deviation of an answer, and of the mood that colours it, in points.
        var noise = 0.8
        var mood = 0.5
        /// Standard deviation of a report, and how many points of it one unit of a multiplier's logarithm makes.
        var reportNoise = 0.8
        var reportSlope = 1.2
        /// Whether a report tells of the points gained rather than of the multiplier.
        var reportsGain = false
        /// How likely a proposal is done that asks nothing, and by how much an hour and the greatest effort lower that.
        var willing = 0.9
        var hourCost = 0.5
        var effortCost = 0.4
        /// Whether a practice adds less the closer the wish is.
        var diminishes = false
        /// Whether each pillar's gap has to close by itself, rather than their sum.
        var eachPillar = false
        /// How many are proposed a week, and how many are done at most.
        var proposals = 3
        var mostDone = 3
    }
}

extension SimulatedCouple.Shape {
    /// The kinds of couples tried: one as one might expect, and others that differ from it in one way each.
    static let all = [
        Self(name: "as one might expect"),
        shaped("much alike") { $0.alike() },
        shaped("alike, and never tired") {
            $0.alike()
            $0.saturation = 0.97
        },
        shaped("alike, all is done") {
            $0.alike()
            $0.doesEverything()
        },
        shaped("all alike, all is done") {
            $0.pillarSpread = 0
            $0.foundationSpread = 0
            $0.traitSpread = 0
            $0.practiceSpread = 0
            $0.doesEverything()
        },
        shaped("alike, done, never tired") {
            $0.alike()
            $0.doesEverything()
            $0.saturation = 0.97
        },
        shaped("alike, done, fading") {
            $0.alike()
            $0.doesEverything()
            $0.strength = 0.6
            $0.decay = 0.067
        },
        shaped("pillars differ") {
            $0.pillarSpread = 0.7
            $0.practiceSpread = 0.2
        },
        shaped("practices differ") { $0.practiceSpread = 0.7 },
        shaped("weak effects") {
            $0.strength = 0.2
            $0.decay = 0.004
        },
        shaped("strong effects, soon gone") {
            $0.strength = 0.8
            $0.decay = 0.05
        },
        // Half of what was gained is lost within ten weeks.
        shaped("fading in ten weeks") {
            $0.strength = 0.6
            $0.decay = 0.067
        },
        shaped("noisy answers and reports") {
            $0.noise = 1.3
            $0.mood = 0.8
            $0.reportNoise = 1.3
            $0.reportSlope = 0.8
        },
        shaped("reports say nothing") { $0.reportSlope = 0 },
        shaped("reports of points gained") { $0.reportsGain = true },
        shaped("soon tired of anything") {
            $0.saturation = 0.5
            $0.recoveryWeeks = 60
        },
        shaped("never tired of anything") { $0.saturation = 0.97 },
        shaped("little time") {
            $0.willing = 0.8
            $0.hourCost = 1.2
            $0.effortCost = 0.8
        },
        shaped("everything is done") { $0.doesEverything() },
        shaped("one thing a week") {
            $0.mostDone = 1
            $0.strength = 0.8
        },
        shaped("less the closer") {
            $0.diminishes = true
            $0.decay = 0.005
        },
        shaped("each pillar by itself") { $0.eachPillar = true },
    ]

    private mutating func alike() {
        pillarSpread = 0.2
        foundationSpread = 0.1
        traitSpread = 0
        practiceSpread = 0.2
    }

    private mutating func doesEverything() {
        willing = 1
        hourCost = 0
        effortCost = 0
    }

    private static func shaped(_ name: String, _ change: (inout Self) -> Void) -> Self {
        var shape = Self(name: name)
        change(&shape)
        return shape
    }
}
