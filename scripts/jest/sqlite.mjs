process.env.WATCHFIRE_TEST_DATABASE = 'sqlite';
