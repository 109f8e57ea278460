/// One of the six colours a person can choose. Each was checked against paper and sheet, light and dark (4.5:1 for text,
/// 3:1 for shapes; the figures are in docs/accessibility.md). The raw value is what entries carry.
public enum PersonColour: Int, CaseIterable, Sendable {
    case clay, teal, plum, moss, ochre, slate
}
