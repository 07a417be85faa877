/** The server on which tests make their databases: a connection string to its maintenance database. Throws when nobody gave one. */
export function readTestDatabaseUrl(): string {
  const url = process.env.TEST_DATABASE_URL
  if (!url)
    throw new Error('TEST_DATABASE_URL is missing: run the tests with npm test, which starts a PostgreSQL for them.')
  return url
}
