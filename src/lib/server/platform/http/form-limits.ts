/** The largest form that a route takes. Sizes in bytes. */
export type FormLimit = {
	/** The whole body, as it travels. */
	readonly body: number;
	/** The fields that are not files, names and values together. */
	readonly text: number;
	/** Fields and files together. */
	readonly fields: number;
	readonly files: number;
};

const KB = 1024;
const MB = 1024 * KB;
/** The size of the frame around a file of the largest size. */
const FRAME = 64 * KB;

const usual: FormLimit = { body: 64 * KB, text: 64 * KB, fields: 200, files: 0 };
/** One field for each dwelling: a notice has some hundreds. Twice the same again: the values that were shown. */
const dwellings: FormLimit = { body: 512 * KB, text: 512 * KB, fields: 3_000, files: 0 };
/** A value, a certainty, a source and two dates for each rule. Twice the same again: the values that were shown. */
const rules: FormLimit = { body: 512 * KB, text: 512 * KB, fields: 2_000, files: 0 };
/** Every measure of a dwelling or of a building, and a route of forty pieces. */
const survey: FormLimit = { body: 128 * KB, text: 128 * KB, fields: 600, files: 0 };
/** Ten pages of a document and two fields without a file. */
const pages: FormLimit = { body: 30 * MB + FRAME, text: FRAME, fields: 40, files: 12 };
/** The text of a file of 1 MB that was checked before: accents take two bytes, and each row a sentence. */
const fileText: FormLimit = { body: 3 * MB, text: 3 * MB, fields: 20, files: 0 };
const upload = (largest: number): FormLimit => ({ body: largest + FRAME, text: FRAME, fields: 20, files: 1 });

/** Forms that are larger than the usual one, by route, and by action where one page has several. */
const larger: ReadonlyMap<string, FormLimit> = new Map([
	['/(applicant)/my/apply/[notice]/dwellings', dwellings],
	['/(applicant)/my/documents/send', pages],
	...['sign/[notice]', 'requests/[id]/withdraw/sheet', 'offers/[id]/sheet/[answer]'].map(
		(page): [string, FormLimit] => [`/(applicant)/my/${page}`, pages]
	),
	['/(caseworker)/desk/mandates/[id]?/paper', pages],
	['/(caseworker)/desk/drafts', upload(MB)],
	['/(caseworker)/desk/drafts?/start', fileText],
	['/(caseworker)/desk/drafts/wrong', fileText],
	['/(staff)/staff/desk/[id]/signature/[notice]', pages],
	['/(staff)/staff/requests/[id]/changes?/attach', pages],
	['/(staff)/staff/notices/new', dwellings],
	['/(staff)/staff/notices/[id]?/save', dwellings],
	['/(staff)/staff/rules/[id]?/save', rules],
	['/(staff)/staff/rules?/import', upload(256 * KB)],
	['/(staff)/staff/import', upload(10 * MB)],
	...['buildings', 'dwellings'].flatMap((of): [string, FormLimit][] => [
		[`/(staff)/staff/${of}/[id]/survey`, survey],
		[`/(staff)/staff/${of}/[id]/survey?/photo`, upload(10 * MB)]
	])
]);

/** @param action its name, `default` for the unnamed one */
export const formLimit = (routeId: string, action: string): FormLimit =>
	larger.get(`${routeId}?/${action}`) ?? larger.get(routeId) ?? usual;
