import { Column, RowsColumn } from '../allocation/column';
import { dayOf } from '../calendar/deadline';
import { adequacyOf } from '../eligibility/adequacy';
import { judgeEligibility } from '../eligibility/judge-eligibility';
import type { RequirementId } from '../eligibility/requirement-result';
import { labelDwellings } from '../notice/set-asides';
import { DistinctSets } from '../rounds/distinct-sets';
import { rankRequest } from '../rounds/rank-request';
import { RequestCollector } from '../rounds/request-columns';
import { quotasOf } from '../ruleset/grounds';
import type { RuleSet } from '../ruleset/rule-set';
import type { AskedRequest, ChangeOfRules, JudgedRequests, JudgedUnder } from './effects';

/** Judges and ranks requests one by one under both versions of the rules, so that no request needs to be kept. */
export class RequestJudge {
	private readonly places: ReadonlyMap<string, number>;
	private readonly wishes = new RowsColumn();
	private readonly persons = Column.integers();
	private readonly before: UnderRules;
	private readonly after: UnderRules;

	constructor(private readonly change: ChangeOfRules) {
		this.places = new Map(change.dwellings.map(({ id }, place) => [id, place]));
		// The set-asides stay as they were, unless the shares differ between the two versions.
		const relabel = sharesOf(change.before) !== sharesOf(change.after);
		this.before = new UnderRules(change, change.before, relabel);
		this.after = new UnderRules(change, change.after, relabel);
	}

	add(request: AskedRequest): void {
		const places: number[] = [];
		for (const choice of request.choices) {
			const place = this.places.get(choice);
			if (place === undefined) continue;
			places.push(place);
			this.wishes.push(place);
		}
		this.wishes.end();
		this.persons.push(request.household.members.length);
		this.before.add(request, places);
		this.after.add(request, places);
	}

	get count(): number {
		return this.persons.length;
	}

	columns(): JudgedRequests {
		const { start, values } = this.wishes.read();
		return {
			before: this.before.columns(),
			after: this.after.columns(),
			wishes: { start: start.slice(), values: values.slice() },
			persons: this.persons.read().slice(),
			zones: this.change.dwellings.map(({ zone }) => zone)
		};
	}
}

const sharesOf = ({ setAsides }: RuleSet) => JSON.stringify(setAsides?.value ?? []);

/** A household that fails a requirement takes no part. A dwelling of the wrong size is removed from its wishes. */
class UnderRules {
	private readonly dwellings: JudgedUnder['round']['dwellings'];
	private readonly requests: RequestCollector;
	private readonly failures = new DistinctSets<RequirementId>();
	private readonly failed = Column.integers();
	/** Which homes have a suitable size, by kind of household. Few kinds occur. */
	private readonly suiting = new Map<string, readonly boolean[]>();

	constructor(
		private readonly change: ChangeOfRules,
		private readonly rules: RuleSet,
		relabel: boolean
	) {
		const { notice, beacon, dwellings } = change;
		const labels = relabel ? labelDwellings(dwellings, rules, notice, beacon) : null;
		this.dwellings = dwellings.map(({ id, list, setAside, exclusive }) => {
			return { id, list, setAside: labels?.get(id) ?? setAside, exclusive };
		});
		this.requests = new RequestCollector(this.dwellings);
	}

	/** @param places the positions of its choices among the dwellings */
	add(request: AskedRequest, places: readonly number[]): void {
		const { household, health, submittedAt, ended } = request;
		const { failures } = judgeEligibility(household, health, this.rules, dayOf(submittedAt));
		const failed = failures.filter((one) => one.outcome === 'failed').map((one) => one.requirement);
		this.failed.push(this.failures.placeOf(failed));
		const suits = this.suitingHomes(household.members.length, health.needs.carersRoom);
		const wished = places.every((place) => suits[place]) ? places : places.filter((place) => suits[place]);
		const { pseudonym, categories, keys } = rankRequest(request, this.rules);
		this.requests.addPlaces(wished, { pseudonym, categories, keys, withdrawn: ended || failed.length > 0 });
	}

	private suitingHomes(persons: number, carersRoom: boolean): readonly boolean[] {
		const kind = `${persons} ${carersRoom}`;
		let suits = this.suiting.get(kind);
		if (!suits) {
			const adequacy = (areaDm2: number | null) => adequacyOf(this.rules, areaDm2, persons, carersRoom);
			suits = this.change.dwellings.map(({ netAreaDm2 }) => adequacy(netAreaDm2) === 'adequate');
			this.suiting.set(kind, suits);
		}
		return suits;
	}

	columns(): JudgedUnder {
		const { notice, beacon } = this.change;
		const asked = { dwellings: this.dwellings, requests: this.requests.columns() };
		return {
			round: { notice, beacon, ...asked, quotas: quotasOf(this.rules) },
			failed: this.failed.read().slice(),
			failures: this.failures.read()
		};
	}
}
