/** The settings of a demo, for tests of code that reads settings. Import it first. */
Object.assign(process.env, {
	CHIAVI_DEMO: '1',
	NODE_ENV: 'test',
	ORIGIN: 'http://localhost:3000',
	DATABASE_URL: 'sqlite::memory:',
	LOG_LEVEL: 'silent'
});
