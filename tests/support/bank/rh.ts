// Builds CBI account reports from fields at their positions.

/** A record of 120 positions with each text from its position on. */
export const record = (type: string, fields: Readonly<Record<number, string>> = {}) => {
	const signs = ` ${type}`.padEnd(120).split('');
	for (const [at, text] of Object.entries(fields)) signs.splice(Number(at) - 1, text.length, ...text);
	return signs.join('').slice(0, 120);
};

type Fields = Readonly<Record<number, string>>;

export const head = (fields: Fields = {}) => record('RH', { 14: '010324', 20: 'FLOW', ...fields });
export const opened = (fields: Fields = {}) =>
	record('61', {
		4: '0000001',
		29: '93001',
		52: 'X0542811101000000123456',
		75: 'EUR',
		78: '290224',
		84: 'C',
		85: '000000000000,00',
		100: 'IT60',
		...fields
	});
export const movement = (fields: Fields = {}) =>
	record('62', { 4: '0000001001', 14: '020324', 20: '010324', 26: 'C', 27: '000000000010,00', ...fields });
export const detail = (flag: string, fields: Fields = {}) => record('63', { 4: '0000001001', 14: flag, ...fields });
export const closed = (fields: Fields = {}) =>
	record('64', { 4: '0000001', 11: 'EUR', 14: '010324', 20: 'C', 21: '000000000010,00', ...fields });
export const tail = (accounts: number, records: number) =>
	record('EF', { 46: String(accounts).padStart(7, '0'), 83: String(records).padStart(7, '0') });

/** A flow of these records, with its head and a tail that counts them. */
export const flow = (records: readonly string[]) => {
	const accounts = records.filter((one) => one.startsWith(' 61')).length;
	return [head(), ...records, tail(accounts, records.length + 2)];
};

export const file = (records: readonly string[], end = '\r\n') => records.map((one) => one + end).join('');
