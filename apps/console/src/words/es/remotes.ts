import type { remotes as english } from '../en/remotes.js';
import type { Said } from '../said.js';

/** Spanish: collections of other servers that the hub reads. */
export const remotes: Said<typeof english> = {
  remotes: {
    title: 'Colecciones remotas',
    text: 'Colecciones de otros servidores TAXII 2.1 que lee el centro. Lo que llega queda como boletines o borradores de la oficina indicada.',
    none: 'El centro no lee ninguna.',
    for: (office: string, minutes: number) => `Para ${office}, cada ${minutes} min`,
    releases: 'se publica de inmediato',
    drafts: 'queda como borrador',
    paused: 'en pausa',
    failing: (since: string) => `falla desde ${since}`,
    read: (time: string) => `leída ${time}`,
    never: 'aún no leída',
    counts: (taken: number, left: number, refused: number) =>
      `${taken} tomados, ${left} ya conocidos, ${refused} rechazados`,
    failures: {
      UNREACHABLE: 'sin conexión',
      TIMED_OUT: 'no respondió a tiempo',
      ADDRESS_REFUSED: 'dirección no permitida',
      BUSY: 'pide volver más tarde',
      NOT_ADMITTED: 'no deja entrar al centro',
      NOT_FOUND: 'no hay tal colección, o no es para nosotros',
      SERVER_ERROR: 'falló el otro lado',
      WRONG_ANSWER: 'no es una respuesta de TAXII 2.1',
      NOT_ALLOWED: 'quien la toma no puede hacerlo',
      REFUSED: 'se rechazó lo que llegó',
      INTERNAL: 'una falla del centro',
    },
    poll: 'Leer ahora',
    pause: 'Pausar',
    goOn: 'Seguir',
    adding: 'Otras se añaden con “watchfire remotes add”, que pide su secreto.',
  },
};
