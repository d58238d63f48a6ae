/** The page's own words; what the bot says comes from the bot. */
const WORDS = {
  kk: {
    what: 'Байқап көру: Telegram-сыз, осы компьютерде. Мұндағы адамдар ойдан шығарылған.', people: 'Адамдар', addPerson: '+ Адам қосу', add: 'Қосу', firstName: 'Аты', lastName: 'Тегі', inStaff: 'қызметкерлер тобында',
    choose: 'Кімнің атынан жазатыныңызды таңдаңыз', back: 'Артқа', tools: 'Құралдар', commands: 'Командалар', attach: 'Тіркеу', message: 'Хабарлама', send: 'Жіберу', general: 'Жалпы',
    start: 'Бастау', unblock: 'Бұғаттан шығару', block: 'Ботты бұғаттау', again: 'Соңғы батырманы тағы басу', redeliver: 'Соңғы жаңартуды қайталау', slow: 'Желіні баяулату (3 с)', fast: 'Желіні қалпына келтіру', deleteTopic: 'Тақырыпты өшіру',
    photo: 'Фото (сығылады)', hd: 'Фото HD (2560)', file: 'Файл (өзгеріссіз)', contact: 'Нөмірді жіберу', voice: 'Дауыстық хабар', sticker: 'Стикер', edited: 'өзгертілді', reply: 'Жауап беру', edit: 'Өзгерту', editing: 'Өзгерту', replyTo: 'Жауап', caption: 'Қолтаңба', copied: 'Көшірілді', typing: 'жазып жатыр…',
    as: 'кім болып', none: 'Хабар жоқ', what_bot: 'Бұл бот не істей алады?', protect: 'қорғалған', forwarded: 'Қайта жіберілген', topicCreated: 'Тақырып ашылды', topicEdited: 'Тақырып өзгертілді', topicClosed: 'Тақырып жабылды', topicReopened: 'Тақырып қайта ашылды', pinned: 'Хабар бекітілді', migrated: 'Топ жаңа нөмірге көшті', joined: 'тіркелген', gone: 'Тақырып өшірілді', noAnswer: 'Бот жауап берген жоқ', shareAsk: 'Нөміріңізді ботқа жіберу керек пе?', service: 'Қызметтік хабар',
  },
  ru: {
    what: 'Проба без Telegram, на этом компьютере. Люди здесь выдуманы.', people: 'Люди', addPerson: '+ Добавить человека', add: 'Добавить', firstName: 'Имя', lastName: 'Фамилия', inStaff: 'в группе сотрудников',
    choose: 'Выберите, от чьего имени писать', back: 'Назад', tools: 'Инструменты', commands: 'Команды', attach: 'Прикрепить', message: 'Сообщение', send: 'Отправить', general: 'Общее',
    start: 'Начать', unblock: 'Разблокировать', block: 'Заблокировать бота', again: 'Нажать последнюю кнопку ещё раз', redeliver: 'Повторить последнее обновление', slow: 'Замедлить сеть (3 с)', fast: 'Вернуть сеть', deleteTopic: 'Удалить тему',
    photo: 'Фото (сожмётся)', hd: 'Фото HD (2560)', file: 'Файл (без изменений)', contact: 'Отправить номер', voice: 'Голосовое', sticker: 'Стикер', edited: 'изменено', reply: 'Ответить', edit: 'Изменить', editing: 'Изменение', replyTo: 'Ответ', caption: 'Подпись', copied: 'Скопировано', typing: 'печатает…',
    as: 'от имени', none: 'Сообщений нет', what_bot: 'Что умеет этот бот?', protect: 'защищено', forwarded: 'Переслано', topicCreated: 'Тема создана', topicEdited: 'Тема изменена', topicClosed: 'Тема закрыта', topicReopened: 'Тема открыта снова', pinned: 'Сообщение закреплено', migrated: 'Группа получила новый номер', joined: 'прикреплено', gone: 'Тема удалена', noAnswer: 'Бот не ответил', shareAsk: 'Отправить боту ваш номер телефона?', service: 'Служебное сообщение',
  },
  en: {
    what: 'A trial without Telegram, on this computer. The people here are invented.', people: 'People', addPerson: '+ Add a person', add: 'Add', firstName: 'First name', lastName: 'Last name', inStaff: 'in the staff group',
    choose: 'Choose who to write as', back: 'Back', tools: 'Tools', commands: 'Commands', attach: 'Attach', message: 'Message', send: 'Send', general: 'General',
    start: 'Start', unblock: 'Unblock', block: 'Block the bot', again: 'Press the last button again', redeliver: 'Repeat the last update', slow: 'Slow the network (3 s)', fast: 'Restore the network', deleteTopic: 'Delete the topic',
    photo: 'Photo (compressed)', hd: 'Photo HD (2560)', file: 'File (unchanged)', contact: 'Share the number', voice: 'Voice message', sticker: 'Sticker', edited: 'edited', reply: 'Reply', edit: 'Edit', editing: 'Editing', replyTo: 'Reply', caption: 'Caption', copied: 'Copied', typing: 'typing…',
    as: 'as', none: 'No messages', what_bot: 'What can this bot do?', protect: 'protected', forwarded: 'Forwarded', topicCreated: 'Topic created', topicEdited: 'Topic changed', topicClosed: 'Topic closed', topicReopened: 'Topic reopened', pinned: 'Message pinned', migrated: 'The group got a new id', joined: 'attached', gone: 'Topic deleted', noAnswer: 'The bot did not answer', shareAsk: 'Share your phone number with the bot?', service: 'Service message',
  },
};

export const LANGUAGES = { kk: 'Қаз', ru: 'Рус', en: 'Eng' };
let current = localStorage.getItem('language') ?? 'kk';
if (!WORDS[current]) current = 'kk';

export const language = () => current;
export const word = (key) => WORDS[current][key] ?? key;

/** Writes the words into the page's fixed parts. */
export function speak(next = current) {
  current = next;
  localStorage.setItem('language', next);
  document.documentElement.lang = next;
  for (const one of document.querySelectorAll('[data-word]')) one.textContent = word(one.dataset.word);
  for (const one of document.querySelectorAll('[data-placeholder]')) one.placeholder = word(one.dataset.placeholder);
  for (const one of document.querySelectorAll('[data-title]')) { one.title = word(one.dataset.title); one.setAttribute('aria-label', one.title); }
}
