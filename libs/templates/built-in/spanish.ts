import type { Topic, Words } from './words.js';

export const SPANISH: Record<Topic, Words> = {
  PHISHING: {
    name: 'Phishing (suplantación por correo)',
    title: 'Correos de phishing a oficinas electorales: [asunto del correo]',
    summary: 'Correos que dicen venir de [remitente] piden al personal que [abra un archivo, inicie sesión].',
    body: `**Qué vemos.** Desde las [hora], [número] personas de esta oficina recibieron correos de [dirección] con el asunto "[asunto]".
Llevan a [dirección, escrita con hxxp y corchetes] o traen [nombre del archivo].

**Qué pasó aquí.** [Nadie hizo clic. / Una persona escribió su contraseña, que se cambió de inmediato.]`,
    instructions: `- No abra el enlace ni el archivo; avise a [contacto].
- Busque en los buzones el remitente y el asunto, y elimine lo que encuentre.
- Quien escribió su contraseña: cámbiela ahora y cierre todas las sesiones.`,
  },
  RANSOMWARE: {
    name: 'Ransomware (secuestro de datos)',
    title: 'Ransomware en [oficina o proveedor]',
    summary: 'Desde las [hora] se cifran archivos en [oficina]. [Sistemas] están desconectados de la red.',
    body: `**Qué vemos.** A las [hora] los archivos de [sistemas] recibieron la terminación [terminación]; una nota llamada [archivo] pide un pago.

**Qué está afectado.** [Datos de registro: sí, no, no se sabe.] [Conexiones con el estado o con vecinos: cortadas a las hora.]

**Quién lo sabe.** Se avisó a [CISA, oficina del FBI, policía estatal] a las [hora].`,
    instructions: `- Corte las conexiones con [oficina] hasta nuevo aviso; no apague las máquinas afectadas.
- Busque las direcciones y los nombres de archivo indicados.
- Compruebe que sus copias de seguridad están desconectadas y se pueden restaurar.
- Responda si tiene una conexión con [oficina].`,
  },
  RESULTS_PAGE_DDOS: {
    name: 'Denegación de servicio en la página de resultados',
    title: 'La página de resultados de [oficina] no responde',
    summary:
      'Desde las [hora] la página de resultados está saturada de solicitudes. El conteo no está afectado.',
    body: `**Qué vemos.** [Dirección] responde despacio o no responde desde las [hora]; el tráfico viene de [dónde].

**Qué no está afectado.** El conteo y la transmisión de resultados continúan; la página solo los muestra.

**Qué hacemos.** [Proveedor] filtra el tráfico; mientras tanto los resultados están en [otro lugar].`,
    instructions: `- Active ahora la protección de su propia página de resultados.
- Diga a la prensa dónde están los resultados mientras tanto, y que el conteo continúa.
- Responda si ve lo mismo.`,
  },
  BOMB_OR_SWATTING_THREAT: {
    name: 'Amenaza de bomba o llamada falsa de emergencia',
    title: 'Amenaza contra [lugar de votación u oficina]',
    summary:
      'Una [amenaza de bomba, llamada falsa] mencionó [lugar] a las [hora]. La policía está [allí, en camino].',
    body: `**Qué se dijo.** A las [hora] llegó una amenaza por [correo, teléfono] desde [dirección o número]: "[sus palabras]".

**Qué se hace.** [Lugar] fue [desalojado, registrado] a las [hora]. La votación [sigue en otro lugar, se extenderá hasta las hora].

**Si otros la recibieron.** [Lo que se sabe.]`,
    instructions: `- Si recibe lo mismo, llame primero al 911; después responda aquí.
- Conserve el correo o la grabación tal como está, con sus encabezados.
- Tenga a mano la dirección de su segundo lugar de votación y el número de su juez.`,
  },
  TAMPERING: {
    name: 'Manipulación',
    title: 'Señales de manipulación de [equipo] en [lugar]',
    summary:
      'A las [hora] se hallaron [sellos rotos, un gabinete abierto, un aparato desconocido] en [lugar].',
    body: `**Qué se halló.** [Qué, quién, cuándo]; el sello [número] estaba [roto, ausente]. Se tomaron fotografías.

**Qué se hace.** El [equipo] está fuera de uso, bajo llave, y su custodia queda por escrito. Se usa [reemplazo].

**Qué no se sabe.** [Si algo fue cambiado.]`,
    instructions: `- Revise ahora los sellos y los registros del mismo equipo, y anote lo que encuentre.
- No desarme nada: apártelo y llame a [contacto].
- Responda si encontró algo.`,
  },
  VOTING_DISINFORMATION: {
    name: 'Desinformación sobre la votación',
    title: 'Afirmación falsa sobre [cuándo, dónde, cómo] votar',
    summary: 'Publicaciones en [plataforma] dicen que [afirmación falsa]. No es cierto: [lo correcto].',
    body: `**Qué se dice.** Desde las [hora] [publicaciones, llamadas, mensajes] dicen: "[afirmación falsa]". Ejemplos: [direcciones].

**Qué es cierto.** [Lo correcto]; vea [página oficial].

**Hasta dónde llega.** [Lugares, cantidades, idiomas.] Se avisó a [plataforma] a las [hora].`,
    instructions: `- Publique lo correcto en su página y sus canales; no repita la afirmación falsa en un titular.
- Envíe otros ejemplos, con dirección e imagen.
- Diga al personal de las mesas qué responder.`,
  },
  POWER_OR_NETWORK_LOSS: {
    name: 'Falta de electricidad o de red',
    title: 'Sin [electricidad, red] en [lugares de votación]',
    summary:
      'Desde las [hora] [número] lugares de votación en [zona] están sin [electricidad, red]. Se vota [cómo].',
    body: `**Qué vemos.** [Lugares] están sin [electricidad, red] desde las [hora]. La causa es [conocida, no se sabe].

**Cómo sigue la votación.** Se usan [padrones en papel, boletas de emergencia, generadores]; las filas son de [longitud].

**Hasta cuándo.** [Proveedor] espera volver a las [hora].`,
    instructions: `- Saque los padrones en papel y las boletas de emergencia donde dependa del mismo proveedor.
- Anote cuándo cayó y volvió cada lugar.
- Responda si está afectado y qué necesita.`,
  },
};
