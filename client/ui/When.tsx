/** When something happened, as people say it; to the minute in its title. Told anew every minute, for as long as it is looked at. */
import { useEffect, useState } from 'react';
import { formatAgo, useI18n } from '../i18n.ts';

const minute = 60_000;

export function When({ at }: { readonly at: string }) {
  const { time } = useI18n();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(timer);
  }, []);
  return (
    <time className="muted" dateTime={at} title={time(at)}>
      {formatAgo(at, now)}
    </time>
  );
}
