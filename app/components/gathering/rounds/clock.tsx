import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';

type ClockProps = {
  endsAt: Date;
  /** Moment at which the page was made: until JavaScript runs the clock stands there. */
  now: Date;
  large?: boolean;
};

/** How long a round still takes. Counts down once a second for the eye; who listens hears until when. */
export function Clock({ endsAt, now, large = false }: ClockProps) {
  const { t, i18n } = useTranslation('tonight');
  const [moment, setMoment] = useState(now.getTime());
  useEffect(() => {
    // the clock of the phone may be wrong: count from the server's moment
    const began = performance.now();
    const timer = window.setInterval(() => {
      setMoment(now.getTime() + performance.now() - began);
    }, 1000);
    return () => {
      window.clearInterval(timer);
    };
  }, [now]);
  const left = Math.max(0, Math.ceil((endsAt.getTime() - moment) / 1000));
  const digits = `${String(Math.floor(left / 60))}:${String(left % 60).padStart(2, '0')}`;
  return (
    <p className={large ? 'text-[clamp(2rem,5.5vw,7rem)] leading-none font-bold' : 'text-2xl font-bold'}>
      <span aria-hidden="true" className="tabular">
        {left === 0 ? t('clock.over') : t('clock.left', { left: digits })}
      </span>
      <span className={large ? 'sr-only' : 'ml-3 text-base font-normal text-ink-soft'}>
        {t('clock.until', { time: dateText(endsAt, 'clock', i18n.language) })}
      </span>
    </p>
  );
}
