/** What passwords are made of when they are made to be remembered: words, names and phrases without blanks, in lower case. */
export const COMMON: readonly string[] = `
password passwort passphrase passw0rd pass word secret secure security private login logon signin access account admin
administrator root user username guest test testing tester temp temporary default demo example sample changeme change please
letmein letme welcome hello hallo goodbye whatever nothing something anything trustno1 trust master system server computer
internet network windows microsoft google facebook twitter apple samsung android iphone amazon netflix linux ubuntu oracle
qwerty qwertz azerty qazwsx asdf zxcv dvorak keyboard
love loves lover iloveyou ilove iloveu imissyou forever always never together friend friends family mother father mommy daddy
mama papa sister brother baby babygirl babyboy angel princess prince queen king sweet sweetie honey darling beautiful pretty
sexy lovely happy smile sunshine rainbow butterfly flower flowers summer winter spring autumn fall january february march april
may june july august september october november december monday tuesday wednesday thursday friday saturday sunday today
tomorrow birthday christmas halloween easter holiday vacation weekend
football baseball basketball soccer hockey tennis golf fishing hunting hunter camping racing runner cycling yankees redsox
cowboys steelers eagles packers patriots dolphins lakers chicago boston dallas texas london paris newyork america american usa
usarmy marine marines navy airforce liberty freedom patriot godbless bless jesus christ jesuschrist god lord heaven faith hope
grace blessed church bible amen spirit
dragon monkey shadow tiger lion panther eagle falcon phoenix wolf bear horse puppy kitty kitten doggie cat dog dolphin chicken
banana orange cherry chocolate cookie coffee cheese pepper ginger sugar candy peanut pumpkin
superman batman spiderman starwars startrek pokemon pikachu matrix ninja samurai warrior knight wizard merlin gandalf hobbit
potter harrypotter minecraft fortnite gamer player winner champion legend killer thunder lightning storm diamond silver golden
gold platinum purple yellow green black white blue red
michael michelle jennifer jessica jordan joshua matthew andrew daniel david robert thomas charlie ashley nicole amanda samantha
anthony william joseph james john jack george alex alexander benjamin taylor hannah maggie buster bailey harley ranger rocky
number one two three four five six seven eight nine ten zero abc abcd xyz the and for not you your our my mine this that with
from have are was can will new old big little super mega ultra best good great
election elections electionday electionnight elect vote votes voter voters voting ballot ballots poll polls pollbook precinct
pollworker registrar registration clerk county state city town township parish borough municipal office official officials
secretary commission board department government federal national democracy republic democrat republican president governor
senate senator congress mayor campaign candidate tabulator equipment
watchfire alert alerts advisory bulletin isac cisa fbi cyber incident hub operations center centre sharing community
correcthorsebatterystaple thequickbrownfox thequickbrownfoxjumpsoverthelazydog quickbrownfox lazydog tobeornottobe
maytheforcebewithyou onceuponatime inthebeginning godblessamerica wethepeople weholdthesetruths pledgeallegiance
loremipsumdolor loremipsum dolorsitamet supercalifragilisticexpialidocious abracadabra opensesame nevergonnagiveyouup
itwasthebestoftimes callmeishmael mydogateit ihatepasswords thisisapassword thisismypassword mypasswordis passwordis
`
  .trim()
  .split(/\s+/);
