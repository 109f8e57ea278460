import Bytes

// The plan merges by ``EventRule/Merge/both``: a practice is in it while everybody whom it takes has said so themselves since it
// last rested. Nobody can put a practice into the other's plan, and either takes it out alone.

extension Projection {
    /// The practices to which each of these accounts has said yes since the practice last rested, in the order in which the last
    /// of them did. The entry that counts is that last yes.
    public func planned(by accounts: [Identifier]) -> [Said<PlanEntered>] {
        guard let first = accounts.first else { return [] }
        let agreed = (person(first)?[.plan].named.positions ?? []).compactMap { position -> Log.Position? in
            var last = position
            for account in accounts {
                guard let entered = standing(person(account)?[.plan].named[log.records[position.index].subject]) else {
                    return nil
                }
                if log.precedes(last, entered) { last = entered }
            }
            return last
        }
        return agreed.sorted { log.precedes($0, $1) }.compactMap { position in
            said(position) { event in if case .planEntered(let fields) = event { fields } else { nil } }
        }
    }

    /// The practices to which each of these accounts has said yes some time and that rest for now, in the order in which they were
    /// allowed to. What one has let rest without the other's ever having wanted it is nobody's to see.
    public func resting(of accounts: [Identifier]) -> [Said<PlanRested>] {
        let planned = Set(planned(by: accounts).map { $0.fields.practice })
        return ordered(self[.plan].named).compactMap { position in
            let subject = log.records[position.index].subject
            guard accounts.allSatisfy({ person($0)?[.plan].named[subject] != nil }) else { return nil }
            return said(position) { event -> PlanRested? in
                guard case .planRested(let fields) = event, !planned.contains(fields.practice) else { return nil }
                return fields
            }
        }
    }

    /// A yes, unless what it was to was allowed to rest after it.
    func standing(_ entered: Log.Position?, in topic: EventTopic = .plan) -> Log.Position? {
        guard let entered else { return nil }
        if let rest = self[topic].named[log.records[entered.index].subject], log.isReplaced(entered, by: rest) {
            return nil
        }
        return entered
    }
}
