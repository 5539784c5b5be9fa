import { describe } from 'vitest';
import { openPostgresqlEngine } from '#app/modules/search/postgresql/engine.server.ts';
import { keepsTheContract } from '#tests/search/contract.ts';
import { onARealServer, onTheFake, realServer } from '#tests/search/meili-servers.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();

describe('PostgreSQL', () => {
  keepsTheContract(async () =>
    Promise.resolve({ engine: openPostgresqlEngine(own.database), close: async () => Promise.resolve() }),
  );
});

describe('Meilisearch, the fake', () => {
  keepsTheContract(onTheFake);
});

describe.skipIf(realServer === '')('Meilisearch, a real server', () => {
  keepsTheContract(onARealServer);
});
