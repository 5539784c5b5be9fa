-- A slip in the year of the day shows a plan without a cent in it. The year before is not too early: a plan is made then.
-- What was sent stays as it was sent.
alter table spending_report
  add constraint spending_report_until check (until_day >= make_date(year - 1, 1, 1)) not valid;
