import Closeness
import Testing

@Suite("The picture of two people")
struct PictureTests {
    @Test("The widest shared gap is the one that both have, not the widest that one has")
    func widestShared() {
        let picture = Picture(
            mine: reading([.physical: (2, 9), .experiential: (3, 7)]),
            theirs: reading([.physical: (8, 8), .experiential: (4, 7)]))
        #expect(picture.widestShared?.aspect == .experiential)
        #expect(picture.widestShared?.sharedGap == 3)
    }

    @Test("Of two gaps shared alike, the one where more is missing in all")
    func tie() {
        let picture = Picture(
            mine: reading([.physical: (5, 7), .experiential: (2, 7)]),
            theirs: reading([.physical: (5, 7), .experiential: (5, 7)]))
        #expect(picture.widestShared?.aspect == .experiential)
    }

    @Test("A gap that nobody would notice is not spoken of")
    func unnoticeable() {
        let picture = Picture(mine: reading([.physical: (6, 6.8)]), theirs: reading([.physical: (6, 6.9)]))
        #expect(picture.widestShared == nil)
        #expect(picture.finding == .bothContent(strongest: .physical))
    }

    @Test("Both see the same rows, each from their own side")
    func swapped() {
        let picture = Picture(mine: reading([.physical: (2, 9)]), theirs: reading([.physical: (8, 8)]))
        let row = picture.row(.physical)
        let other = picture.swapped.row(.physical)
        #expect(row.mine == other.theirs)
        #expect(row.between == 6)
        #expect(other.between == 6)
        #expect(picture.swapped.swapped == picture)
    }

    @Test("Without the partner's answers there is nothing between the two")
    func waiting() {
        let row = Picture(mine: reading([.physical: (2, 9)]), theirs: nil).row(.physical)
        #expect(row.between == nil)
        #expect(row.sharedGap == nil)
        #expect(row.widerGap == 7)
    }

    @Test(
        "A gap's width has a word, whichever way the gap goes",
        arguments: [
            (0.9, Picture.Width.none), (1, .slight), (-1.9, .slight), (2, .clear), (-3.9, .clear), (4, .wide),
            (10, .wide),
        ])
    func width(gap: Double, width: Picture.Width) {
        #expect(Picture.Width(of: gap) == width)
    }
}

@Suite("The sentence above the picture")
struct FindingTests {
    @Test("Both miss something: that is said first")
    func bothWish() {
        let picture = Picture(
            mine: reading([.physical: (3, 8), .experiential: (2, 7)]),
            theirs: reading([.physical: (7, 8), .experiential: (3, 7)]))
        #expect(picture.finding == .bothWish(.experiential, .wide))
        #expect(picture.swapped.finding == picture.finding)
    }

    @Test("A small gap of both doesn't hide a wide gap of one")
    func oneMissesMuchMore() {
        let picture = Picture(
            mine: reading([.physical: (2, 9), .experiential: (6, 7)]),
            theirs: reading([.physical: (8, 8), .experiential: (6, 7)]))
        #expect(picture.finding == .oneWishes(.physical, .me, .wide))
        #expect(picture.swapped.finding == .oneWishes(.physical, .partner, .wide))
    }

    @Test("One wishes for more, the other for room: both are named, neither is right")
    func wishesDiffer() {
        let picture = Picture(mine: reading([.physical: (4, 8)]), theirs: reading([.physical: (7, 4)]))
        #expect(picture.finding == .wishesDiffer(.physical, moreFor: .me))
        #expect(picture.swapped.finding == .wishesDiffer(.physical, moreFor: .partner))
    }

    @Test("Neither misses anything, yet it feels different")
    func feltDifferently() {
        let picture = Picture(
            mine: reading([.physical: (3, 3), .emotional: (7, 7)]),
            theirs: reading([.physical: (8, 8), .emotional: (7, 7)]))
        #expect(picture.finding == .feltDifferently(.physical))
    }

    @Test("Both are content: what is strong for both is named, not what is strongest for one")
    func content() {
        let picture = Picture(
            mine: reading([.physical: (9, 9), .emotional: (8, 8)]),
            theirs: reading([.physical: (7.5, 7.5), .emotional: (8, 8)]))
        #expect(picture.finding == .bothContent(strongest: .emotional))
    }

    @Test("Alone, the picture speaks of me")
    func alone() {
        #expect(
            Picture(mine: reading([.physical: (3, 6), .emotional: (3, 5)]), theirs: nil).finding
                == .youWish(.physical, .clear))
        #expect(
            Picture(mine: reading([.physical: (3, 3), .emotional: (6, 6)]), theirs: nil).finding
                == .youAreContent(strongest: .emotional))
    }

    @Test("Without answers it says so")
    func unanswered() {
        #expect(Picture(mine: reading([:]), theirs: nil).finding == .unanswered)
        #expect(Picture(mine: reading([:]), theirs: reading([:])).finding == .unanswered)
    }

    @Test("A partner who skipped the check leaves what I miss visible as mine")
    func partnerSkipped() {
        let picture = Picture(mine: reading([.physical: (3, 6)]), theirs: reading([:]))
        #expect(picture.finding == .oneWishes(.physical, .me, .clear))
        #expect(picture.swapped.finding == .oneWishes(.physical, .partner, .clear))
    }

    @Test("The foundations have their own sentence")
    func foundations() {
        let picture = Picture(
            mine: reading([.physical: (8, 8), .foundation(.repair): (3, 8)]),
            theirs: reading([.physical: (8, 8), .foundation(.repair): (5, 8)]))
        #expect(picture.finding == .bothContent(strongest: .physical))
        #expect(picture.foundationFinding == .bothWish(.foundation(.repair), .clear))
    }
}
