import type { remotes as english } from '../en/remotes.js';
import type { Said } from '../said.js';

/** Spanish: collections of other servers that the hub reads. */
export const remotes: Said<typeof english> = {
  remotes: {
    title: 'Colecciones remotas',
    text: 'Colecciones de otros servidores TAXII 2.1 que lee el centro. Lo que llega queda como boletines o borradores de la oficina indicada.',
    none: 'El centro no lee ninguna.',
    for: (office: string, person: string, often: string) => `Para ${office} (${person}), ${often}`,
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
    add: 'Añadir una colección remota',
    name: 'Cómo se llama aquí',
    url: 'Su dirección',
    urlHint:
      'Termina en /collections/, un identificador y una barra, como https://taxii.example/root/collections/1f2e/',
    signsIn: 'Cómo entra el centro allí',
    signingIn: {
      KEEP: 'Como hasta ahora',
      NOTHING: 'Sin entrar: está abierta a todos',
      PASSWORD: 'Con nombre de usuario y contraseña',
      TOKEN: 'Con un token o una clave de API',
    },
    user: 'Nombre de usuario',
    password: 'Contraseña',
    token: 'Token o clave de API',
    taker: 'Con los derechos de quién se toma',
    takerHint: 'Lo que llega queda como boletines y borradores de la oficina de esta persona.',
    office: 'Buscar la oficina',
    otherOffice: 'Buscar otra oficina',
    personOf: (office: string) => `Quién escribe para ${office}`,
    nobodyWrites: (office: string) =>
      `Nadie escribe aún para ${office}: dé antes a alguien de allí el papel de autor.`,
    tlp: 'Nada recibe una marca más abierta que',
    tlpHint: 'Lo que allí lleva una marca más estricta la conserva.',
    regions: 'Para quién es',
    regionsHint:
      'Sin indicar ninguna: para quien diga el propio contenido; si no, la jurisdicción de la oficina.',
    addRegion: 'Añadir una región',
    every: 'Cada cuánto se lee',
    minutes: (n: number) =>
      n % 60 === 0
        ? `cada ${n === 60 ? 'hora' : `${n / 60} horas`}`
        : `cada ${n === 1 ? 'minuto' : `${n} minutos`}`,
    from: 'Desde qué día',
    fromHint: 'Déjelo vacío para todo lo que tenga el otro servidor.',
    releaseIt: 'Publicar de inmediato lo que esté completo',
    releaseItHint: 'Con las reglas de cualquier publicación. Si no, todo espera como borradores.',
  },
};
