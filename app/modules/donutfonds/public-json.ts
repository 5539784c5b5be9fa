import type { DonutYearLine, DonutYearView } from './views.ts';

/** The donutfonds for machines, written out field by field; amounts in whole cents, returns in hundredths of a percent. */
export function donutYearJson(view: DonutYearView) {
  const { result, rules } = view;
  return {
    format: 'wijkbeurs.donutfonds',
    version: 1,
    currency: 'EUR',
    year: view.year,
    state: view.standing,
    opensOn: view.opensOn,
    closesOn: view.closesOn,
    body: view.body,
    fund: { slug: view.fund.slug, name: view.fund.name, isExample: view.fund.isExample },
    source: view.source,
    availableCents: view.fund.available,
    rules: {
      version: rules.version,
      validFrom: rules.validFrom,
      minimumValueCents: rules.minimumValue,
      minimumReturnBps: rules.minimumReturnBps,
      evidenceDays: rules.evidenceDays,
      reason: rules.reason,
    },
    applicationCount: view.applicationCount,
    donatedCents: view.donated,
    donors: view.donors.map(({ kind, name, organisation, amount }) => ({
      kind,
      name,
      organisation,
      amountCents: amount,
    })),
    result:
      result === null
        ? null
        : {
            decidedOn: result.decidedOn,
            availableCents: result.available,
            recipients: result.recipients,
            shareCents: result.share,
            remainderCents: result.remainder,
            motivation: result.motivation,
            applications: result.lines.map((line) => ({
              organisation: line.organisation,
              valueCents: line.value,
              costsCents: line.costs,
              evidence: { kind: line.evidenceKind, name: line.evidenceName, date: line.evidenceOn },
              document: line.document === null ? null : `/donutfonds/bewijs/${line.document.id}`,
              story: line.story,
              visitedOn: line.visitedOn,
              rules: line.rules.map((rule) =>
                rule.rule === 'value'
                  ? { rule: rule.rule, met: rule.met, valueCents: rule.value, minimumCents: rule.minimum }
                  : { rule: rule.rule, met: rule.met, returnBps: rule.returnBps, minimumBps: rule.minimumBps },
              ),
              setAsideReason: line.setAsideReason,
              rewardCents: line.reward,
              decision: line.number,
            })),
          },
  };
}

export function donutYearsJson(years: readonly DonutYearLine[]) {
  return {
    format: 'wijkbeurs.donutfonds-years',
    version: 1,
    currency: 'EUR',
    years: years.map(({ year, standing, recipients, share }) => ({
      year,
      state: standing,
      recipients,
      shareCents: share,
      href: `/donutfonds/${String(year)}.json`,
    })),
  };
}
