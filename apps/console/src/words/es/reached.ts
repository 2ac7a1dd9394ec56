import type { reached as english } from '../en/reached.js';
import type { Said } from '../said.js';
import { many } from './many.js';

/** Spanish: how people are reached, and whom to ask when nobody answers. */
export const reached: Said<typeof english> = {
  preferences: {
    title: 'Cómo se me avisa',
    lead: 'Qué llega por correo y cuándo. Todo está aquí en su bandeja de todos modos.',
    whose: 'De quién son las preferencias',
    whosePreferences: { PERSON: 'Mías', MEMBER: 'De mi oficina' },
    memberText: 'Vale para todas las personas de su oficina que no lo hayan elegido por sí mismas.',
    mail: 'Correo según la gravedad',
    mailHint:
      'Una emergencia, y lo rojo que le nombra, llega siempre de inmediato. También, en vez de en un resumen, lo urgente y lo que pide respuesta.',
    timings: { AT_ONCE: 'De inmediato', DIGEST: 'En un resumen', OFF: 'Nunca' },
    posted: 'Webhooks según la gravedad',
    postedHint:
      'Lo que se envía a los webhooks, si los hay y según lo que pida cada uno. Una emergencia se envía siempre; lo rojo, nunca.',
    quiet: 'Horas de silencio',
    quietHint: 'En estas horas solo llega por correo lo grave o peor. Lo demás espera.',
    keepQuiet: 'Guardar horas de silencio',
    from: 'Desde',
    until: 'Hasta',
    timeZone: 'Zona horaria',
    digest: 'Resúmenes',
    every: 'Cada cuánto',
    periods: { HOUR: 'Cada hora', DAY: 'Cada día', WEEK: 'Cada semana' },
    at: 'A qué hora',
    weekday: 'Qué día',
    weekdays: {
      MONDAY: 'lunes',
      TUESDAY: 'martes',
      WEDNESDAY: 'miércoles',
      THURSDAY: 'jueves',
      FRIDAY: 'viernes',
      SATURDAY: 'sábado',
      SUNDAY: 'domingo',
    },
    saved: 'Guardado.',
    inherit: 'Seguir a mi oficina en todo',
    inheritMember: 'Hacer lo habitual en todo',
    following: 'No ha elegido nada: así lo tiene su oficina o el centro.',
    followingMember: 'Su oficina no ha elegido nada: esto es lo habitual.',
    testMail: 'Enviarme un correo de prueba',
    testSent: 'Va en camino. Debería estar en su buzón en un minuto.',
  },
  contacts: {
    title: 'A quién preguntar cuando una alerta queda sin respuesta',
    text: 'A una persona tras otra, en este orden; quien no está de guardia se salta.',
    none: 'No hay nadie en la lista. Entonces se pregunta a todos los que pueden responder.',
    always: 'siempre de guardia',
    duty: (days: string, from: string, until: string) => `${days}, de ${from} a ${until}`,
    change: 'Cambiar',
    add: 'Añadir una persona',
    choose: 'Elija …',
    up: (name: string) => `Preguntar antes a ${name}`,
    hours: (name: string) => `Horas de guardia de ${name}`,
    addHours: 'Añadir horas de guardia',
    days: 'Días',
  },
  remind: {
    action: 'Recordar a quienes callan',
    text: 'Cada persona de las oficinas que no han respondido recibe un correo más. A cada una se le recuerda una vez.',
    done: (offices: number, people: number) =>
      people === 0
        ? 'Ya se les recordó a todos los que callan.'
        : `Se le recordará a ${many(people, 'persona', 'personas')} de ${many(offices, 'oficina', 'oficinas')}.`,
  },
};
