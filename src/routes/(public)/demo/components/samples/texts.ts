/** A word that no line of a phone holds: what a name, a code or a slip of the keyboard may be. */
export const longWord = 'Precipitevolissimevolmente'.repeat(4);
export const longTitle = `Alloggi ripristinati dell’agenzia in ${longWord}, secondo avviso`;
export const longSentence =
	'Questa frase è lunga di proposito: va a capo più volte, e mostra se quello che le sta accanto resta al suo posto anche su un telefono, con caratteri grandi e in una colonna stretta.';
export const longName = 'Maria Annunziata Wolfeschlegelsteinhausenbergerdorff-Papadimitropoulos de los Ángeles';
export const longCode = `MI-${'0123456789'.repeat(6)}`;

/** Arabic, as the other samples say it in Italian. */
export const arabic = {
	title: 'طلب السكن',
	sentence: 'استلمنا طلبك. سنجيبك قبل نهاية يوم الجمعة ٤ كانون الأول.',
	name: 'نادية حداد',
	street: 'شارع روغوريدو',
	city: 'ميلانو',
	label: 'الرمز البريدي',
	hint: 'خمسة أرقام، مثل 20121.',
	error: 'اكتب خمسة أرقام.',
	yes: 'نعم',
	no: 'لا',
	save: 'احفظ وتابع',
	back: 'رجوع'
};

export const choices = [
	{ value: 'rented', label: 'in affitto' },
	{ value: 'hosted', label: 'da parenti o amici', hint: 'Anche in una struttura di accoglienza.' },
	{ value: 'none', label: 'senza casa' }
];
export const longChoices = [
	{ value: 'word', label: longWord },
	{ value: 'sentence', label: longSentence, hint: longSentence }
];
export const arabicChoices = [
	{ value: 'yes', label: arabic.yes },
	{ value: 'no', label: arabic.no, hint: arabic.sentence }
];
export const manyChoices = Array.from({ length: 24 }, (_, index) => ({
	value: `${index}`,
	label: `Zona ${index + 1} dell’accordo`
}));
