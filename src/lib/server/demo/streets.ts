/** Public streets of Milan, for synthetic buildings. The house numbers given to them are invented. */
export type Street = {
	readonly street: string;
	readonly district: string;
	/** Plausible zone of the agreed-rent table, 1 dearest to 5; invented: the agreement's own map decides. */
	readonly zone: 2 | 3 | 4 | 5;
};

const byDistrict: readonly (readonly [district: string, zone: Street['zone'], streets: readonly string[]])[] = [
	['Barona', 4, ['via Ettore Ponti', 'via Biella', 'via Franco Tosi', 'via Lope de Vega']],
	['Bicocca', 3, ['viale Fulvio Testi', 'via Chiese', 'viale Sarca']],
	['Bovisa', 3, ['via Candiani', 'via Mercantini', 'via Schiaffino', 'via Bovisasca']],
	['Baggio', 5, ['via delle Forze Armate', 'via Cabella', 'via Valle Isorno', 'via Quinto Romano']],
	['Calvairate', 3, ['via Tommei', 'via degli Etruschi', 'via Ugo Tommei']],
	['Corvetto', 4, ['via dei Panigarola', 'via Mompiani', 'via Comacchio', 'viale Omero', 'via Polesine']],
	['Crescenzago', 4, ['via Padova', 'via Palmanova', 'via Adriano', 'via Berra']],
	['Gallaratese', 4, ['via Cechov', 'via Falck', 'via Cilea', 'via Appennini']],
	['Giambellino', 4, ['via Lorenteggio', 'via Inganni', 'via degli Apuli', 'via Giambellino']],
	['Gratosoglio', 5, ['via dei Missaglia', 'via Baroni', 'via Saponaro', 'via Costantino Baroni']],
	['Lambrate', 3, ['via Rombon', 'via Conte Rosso', 'via Feltre', 'via Crespi']],
	['Niguarda', 4, ['via Ornato', 'viale Suzzani', 'via Passerini', 'via Graziano Imperatore']],
	['Quarto Oggiaro', 5, ['via Lopez', 'via Pascarella', 'via Capuana', 'via Amoretti', 'via De Roberto']],
	['Rogoredo', 4, ['via Rogoredo', 'via Feltrinelli', 'via Monte Peralba']],
	['San Siro', 4, ['via Zamagna', 'via Civitali', 'via Preneste', 'via Abbiati', 'via Ricciarelli']],
	['Stadera', 4, ['via Palmieri', 'via Barrili', 'via Montegani', 'via Neera']],
	['Villapizzone', 3, ['via Varesina', 'via Mac Mahon', 'via Console Marcello']],
	['Dergano', 3, ['via Imbonati', 'via Tartini', 'via Guerzoni']],
	['Ticinese', 2, ['via Gola', 'via Pichi', 'via Borsi']]
];

export const streets: readonly Street[] = byDistrict.flatMap(([district, zone, names]) =>
	names.map((street) => ({ street, district, zone }))
);
