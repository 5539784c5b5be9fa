import { z } from 'zod';
import { changeKinds } from '#app/modules/budgets/change.ts';
import type { MoneyPlace } from '#app/modules/budgets/change-view.ts';
import { registeredChanges } from '#app/modules/budgets/queries/change-register.query.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { cents, day, field, named } from '../fields.ts';
import { defineDataset } from '../queries/dataset.query.server.ts';

const place = z.strictObject({ kind: z.enum(['source', 'line']), slug: z.string(), name: z.string() }).nullable();

const row = z.strictObject({
  number: field(z.string(), 'Nummer in het register, en sleutel.', 'Number in the register, and key.'),
  kind: field(z.enum(changeKinds), 'Wat er veranderde.', 'What changed.'),
  amountCents: field(cents, 'Bedrag.', 'Amount.'),
  reason: field(z.string(), 'Waarom.', 'Why.'),
  occurredOn: field(day, 'Dag waarop het geld hoort.', 'Day to which the money belongs.'),
  approvedOn: field(day, 'Dag van goedkeuring door een tweede persoon.', 'Day of approval by a second person.'),
  body: field(named, 'Van welk team.', 'Of which body.'),
  from: field(place, 'Waar het geld vandaan komt.', 'Where the money comes from.'),
  to: field(place, 'Waar het naartoe gaat.', 'Where it goes.'),
  decision: field(z.string().nullable(), 'Bij welk besluit.', 'Of which decision.'),
  smallSpending: field(z.string().nullable(), 'Bij welke kleine uitgave.', 'Of which small spending.'),
  corrects: field(z.string().nullable(), 'Welke wijziging dit terugdraait.', 'The change that this one undoes.'),
  correctedBy: field(z.string().nullable(), 'Welke wijziging deze terugdraaide.', 'The change that undid this one.'),
});

const placed = (one: MoneyPlace | null) => (one === null ? null : { kind: one.kind, slug: one.slug, name: one.name });

export const budgetChanges = defineDataset({
  slug: 'budget-changes',
  title: { nl: 'Wijzigingen van budgetten', en: 'Budget changes' },
  description: {
    nl: 'Elke goedgekeurde wijziging: geld erbij, verschoven, betaald, teruggekomen of verbeterd.',
    en: 'Every approved change: money added, moved, paid, released or corrected.',
  },
  row,
  key: 'number',
  hasChanges: true,
  keys: Prisma.sql`
    select c.number as key, greatest(c.answered_at, undo.recorded_at) as changed_at
      from budget_change c
        left join ledger_entry e on e.change_id = c.id
        left join ledger_entry undo on undo.corrects_id = e.id
      where c.state = 'approved' and c.number is not null`,
  page: (key) => `/budgetten/wijzigingen/${key}`,
  rows: async (database, keys) => {
    const ids = await database.budgetChange.findMany({ where: { number: { in: [...keys] } }, select: { id: true } });
    const found = await registeredChanges(
      database,
      ids.map(({ id }) => id),
    );
    return found.map((one) => ({
      number: one.number,
      kind: one.kind,
      amountCents: one.amount,
      reason: one.reason,
      occurredOn: one.occurredOn,
      approvedOn: one.approvedOn,
      body: { slug: one.body.slug, name: one.body.name },
      from: placed(one.from),
      to: placed(one.to),
      decision: one.decision?.number ?? null,
      smallSpending: one.spending?.number ?? null,
      corrects: one.corrects,
      correctedBy: one.correctedBy,
    }));
  },
});
