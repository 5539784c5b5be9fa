import { longestMinutesText, mostAttendees, type Attendee } from '../minutes-content.ts';
import type { PaperHeader } from './header.ts';

const long = longestMinutesText;
const isChair = /\b(?:vz\.?|voorzitter(?! (?:OT|dagelijks|van))|technisch voorzitter)\b/iu;
const isNotulist = /\b(?:notulist|verslag(?:legger)?|notulen|secretaris)\b/iu;
const residentWords = /^(?:bewoners?|bewoonster|buurtbewoner)\b/iu;
const onlyResident = /^(?:bewoners?|bewoonster|buurtbewoner)$/iu;
const onlyChair = /^(?:vz\.?|voorzitter)$/iu;

/** "Jan de Wit (Ymere)", "Jan de Wit, directeur Ymere" or only a name. */
function parts(entry: string): { name: string; organisation: string; rest: string } {
  const brackets = /^([^(]*)\(([^)]*)\)(.*)$/u.exec(entry);
  if (brackets === null) {
    const [name = '', ...task] = entry.split(',');
    return { name: name.trim(), organisation: task.join(',').trim(), rest: '' };
  }
  return {
    name: (brackets[1] ?? '').trim(),
    organisation: (brackets[2] ?? '').trim(),
    rest: (brackets[3] ?? '').replace(/^[\s.]+|[\s.]+$/gu, ''),
  };
}

/** @returns who was there and who was not, and what of the lists fits no attendee */
export function attendeesOf(header: PaperHeader): { attendees: Attendee[]; left: string[] } {
  const attendees: Attendee[] = [];
  const left: string[] = [];
  const add = (entry: string, presence: Attendee['presence']) => {
    const { name, organisation, rest } = parts(entry);
    const fits = name.length <= long.name && organisation.length <= long.name && attendees.length < mostAttendees;
    if (!fits || name === '') {
      left.push(entry);
      return;
    }
    const tasks = `${organisation} ${rest}`;
    const isOnlyTask = isChair.test(organisation) && organisation.length < 12;
    const isTold =
      onlyResident.test(organisation) ||
      (onlyChair.test(organisation) && attendees.every(({ task }) => task !== 'chair') && header.chair === '');
    attendees.push({
      key: `a${String(attendees.length + 1)}`,
      name,
      organisation: isOnlyTask || residentWords.test(organisation) ? '' : organisation,
      task: isChair.test(tasks) ? 'chair' : isNotulist.test(tasks) ? 'minutes' : 'member',
      presence,
      interest: '',
    });
    const hasNoPlace = !isTold && (isOnlyTask || residentWords.test(organisation));
    const said = [rest, hasNoPlace ? organisation : ''].filter((one) => one !== '');
    if (said.length > 0) left.push(`${name}: ${said.join(', ')}`);
  };
  for (const entry of header.present) add(entry, 'present');
  for (const entry of header.absent) add(entry, 'absent-with-notice');
  const chairName = header.chair.replace(/^(?:burgemeester|wethouder|dhr\.?|mevr\.?)\s+/iu, '').trim();
  if (chairName !== '' && chairName.length <= long.name) {
    const same = attendees.find(({ name }) => name.toLowerCase() === chairName.toLowerCase());
    if (same !== undefined) same.task = 'chair';
    else if (attendees.length < mostAttendees)
      attendees.unshift({
        key: 'a0',
        name: chairName,
        organisation: '',
        task: 'chair',
        presence: 'present',
        interest: '',
      });
  }
  return { attendees: withOneChair(attendees), left };
}

/** The first that is called chair leads; minutes have one. */
function withOneChair(attendees: readonly Attendee[]): Attendee[] {
  const first = attendees.findIndex(({ task }) => task === 'chair');
  return attendees.map((one, place) => (one.task === 'chair' && place !== first ? { ...one, task: 'member' } : one));
}
