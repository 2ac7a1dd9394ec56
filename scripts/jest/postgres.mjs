process.env.WATCHFIRE_TEST_DATABASE = 'postgres';
