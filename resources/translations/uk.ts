<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>ActPanel</name>
    <message>
        <source>Note or &amp;reason</source>
        <translation>&amp;Примітка або причина</translation>
    </message>
    <message>
        <source>E&amp;xecutor</source>
        <translation>&amp;Виконавець</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Застосувати</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
</context>
<context>
    <name>ActionsBar</name>
    <message>
        <source>What was the talk about? No ticket is made.</source>
        <translation>Про що була розмова? Заявка не створюється.</translation>
    </message>
    <message>
        <source>Give up what was typed?</source>
        <translation>Відкинути введене?</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Відкинути</translation>
    </message>
    <message>
        <source>Keep typing</source>
        <translation>Продовжити введення</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Зареєструвати</translation>
    </message>
    <message>
        <source>And slip</source>
        <translation>І наряд</translation>
    </message>
    <message>
        <source>Register and print the slip</source>
        <translation>Зареєструвати й надрукувати наряд</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>Консультація</translation>
    </message>
    <message>
        <source>Count a talk that made no ticket</source>
        <translation>Врахувати розмову без заявки</translation>
    </message>
</context>
<context>
    <name>AddressSection</name>
    <message>
        <source>as spoken: Popova 47 flat 12</source>
        <translation>як почули: Попова 47 кв 12</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Адреса</translation>
    </message>
    <message>
        <source>&amp;Entrance</source>
        <translation>&amp;Під’їзд</translation>
    </message>
    <message>
        <source>&amp;Floor</source>
        <translation>Пов&amp;ерх</translation>
    </message>
    <message>
        <source>F&amp;lat</source>
        <translation>Ква&amp;ртира</translation>
    </message>
    <message>
        <source>&amp;Door code</source>
        <translation>Код &amp;дверей</translation>
    </message>
    <message>
        <source>Land&amp;mark</source>
        <translation>&amp;Орієнтир</translation>
    </message>
    <message>
        <source>address of the applicant</source>
        <translation>адреса заявника</translation>
    </message>
    <message>
        <source>Press ↓ for the applicant&apos;s address: {address}</source>
        <translation>Натисніть ↓, щоб узяти адресу заявника: {address}</translation>
    </message>
</context>
<context>
    <name>AddressWords</name>
    <message>
        <source>The house number is missing.</source>
        <translation>Не вказано номер будинку.</translation>
    </message>
    <message>
        <source>“{typed}” is no house number: it has no digit.</source>
        <translation>«{typed}» — не номер будинку: у ньому немає цифри.</translation>
    </message>
    <message>
        <source>“{typed}” is no house number: it begins with a digit.</source>
        <translation>«{typed}» — не номер будинку: він починається з цифри.</translation>
    </message>
    <message>
        <source>“{typed}” is no house number: no house has the number 0.</source>
        <translation>«{typed}» — не номер будинку: будинку з номером 0 немає.</translation>
    </message>
    <message>
        <source>“{typed}” is no house number: it has at most four digits.</source>
        <translation>«{typed}» — не номер будинку: у ньому не більше чотирьох цифр.</translation>
    </message>
    <message>
        <source>“{typed}” is no house number: it has two slashes, as in 14/41 one is enough.</source>
        <translation>«{typed}» — не номер будинку: риска лише одна, наприклад 14/41.</translation>
    </message>
    <message>
        <source>“{typed}” is no house number: a number follows the slash, as in 14/41.</source>
        <translation>«{typed}» — не номер будинку: після риски має бути число, наприклад 14/41.</translation>
    </message>
    <message>
        <source>“{typed}” is no house number: the number of the block is missing.</source>
        <translation>«{typed}» — не номер будинку: не вказано номер корпусу.</translation>
    </message>
    <message>
        <source>“{typed}” is no house number: its letter is not Ukrainian.</source>
        <translation>«{typed}» — не номер будинку: літера має бути українською.</translation>
    </message>
    <message>
        <source>“{typed}” is no house number: write it as 47, 51А, 14/41 or 2 корп. 1.</source>
        <translation>«{typed}» — не номер будинку: пишіть як 47, 51А, 14/41 або 2 корп. 1.</translation>
    </message>
    <message>
        <source>{district} district</source>
        <translation>{district} район</translation>
    </message>
    <message>
        <source>The directory knows no street “{street}”. The address is kept as typed.</source>
        <translation>У довіднику немає вулиці «{street}». Адресу буде збережено так, як її введено.</translation>
    </message>
    <message>
        <source>There are several such streets. Ask which one it is.</source>
        <translation>Таких вулиць кілька. Уточніть, яка саме.</translation>
    </message>
    <message>
        <source>The register knows no house {house} on this street. Make sure of the number.</source>
        <translation>У реєстрі немає будинку {house} на цій вулиці. Уточніть номер.</translation>
    </message>
</context>
<context>
    <name>CallStrip</name>
    <message>
        <source>End the call</source>
        <translation>Завершити</translation>
    </message>
    <message numerus="yes">
        <source>%n more call(s)</source>
        <translation>
            <numerusform>ще %n дзвінок</numerusform>
            <numerusform>ще %n дзвінки</numerusform>
            <numerusform>ще %n дзвінків</numerusform>
        </translation>
    </message>
    <message>
        <source>number  Ctrl+F9</source>
        <translation>номер  Ctrl+F9</translation>
    </message>
    <message>
        <source>&amp;Call from</source>
        <translation>Дзві&amp;нок з номера</translation>
    </message>
    <message>
        <source>Length of the call</source>
        <translation>Тривалість розмови</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Дзвінки</translation>
    </message>
</context>
<context>
    <name>CallerSection</name>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Телефон</translation>
    </message>
    <message>
        <source>Applica&amp;nt</source>
        <translation>&amp;Заявник</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>анонімно</translation>
    </message>
    <message>
        <source>The caller withholds the number.</source>
        <translation>Номер приховано.</translation>
    </message>
    <message>
        <source>This is no telephone number. It is kept as typed.</source>
        <translation>Це не номер телефону. Його буде збережено так, як введено.</translation>
    </message>
    <message>
        <source>Alt+{key} {name}</source>
        <translation>Alt+{key} {name}</translation>
    </message>
    <message>
        <source>Known under this number: {people}</source>
        <translation>За цим номером: {people}</translation>
    </message>
</context>
<context>
    <name>Callers</name>
    <message>
        <source>number withheld</source>
        <translation>номер приховано</translation>
    </message>
    <message numerus="yes">
        <source>%n people under this number</source>
        <translation>
            <numerusform>%n особа за цим номером</numerusform>
            <numerusform>%n особи за цим номером</numerusform>
            <numerusform>%n осіб за цим номером</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open ticket(s)</source>
        <translation>
            <numerusform>%n відкрита заявка</numerusform>
            <numerusform>%n відкриті заявки</numerusform>
            <numerusform>%n відкритих заявок</numerusform>
        </translation>
    </message>
    <message>
        <source>call {number} this month</source>
        <extracomment>The present call is counted: &quot;4&quot; is the fourth call from this number within 30 days.</extracomment>
        <translation>{number}-й дзвінок за місяць</translation>
    </message>
    <message>
        <source>first call</source>
        <translation>перший дзвінок</translation>
    </message>
</context>
<context>
    <name>CategorySection</name>
    <message>
        <source>in the caller&apos;s words: the lamp is out</source>
        <translation>словами заявника: не горить ліхтар</translation>
    </message>
    <message>
        <source>Cate&amp;gory</source>
        <translation>&amp;Категорія</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Усі категорії</translation>
    </message>
    <message>
        <source>All categories  ↓</source>
        <translation>Усі категорії  ↓</translation>
    </message>
    <message>
        <source>Pick a category from the list: Enter takes the marked one.</source>
        <translation>Виберіть категорію зі списку: Enter бере виділену.</translation>
    </message>
</context>
<context>
    <name>CategoryTree</name>
    <message>
        <source>All categories</source>
        <translation>Усі категорії</translation>
    </message>
</context>
<context>
    <name>ConflictStrips</name>
    <message>
        <source>A step could not be made.</source>
        <translation>Крок не вдалося виконати.</translation>
    </message>
    <message>
        <source>The number was given twice.</source>
        <translation>Номер надано двічі.</translation>
    </message>
    <message>
        <source>Two executors were chosen.</source>
        <translation>Вибрано двох виконавців.</translation>
    </message>
    <message>
        <source>Done by somebody whose account was switched off.</source>
        <translation>Дію виконала особа з вимкненим обліковим записом.</translation>
    </message>
    <message>
        <source>Two versions of “{field}”.</source>
        <translation>Дві версії поля «{field}».</translation>
    </message>
    <message>
        <source>Stands: {winner}. Also said: {loser}.</source>
        <translation>Діє: {winner}. Вказано також: {loser}.</translation>
    </message>
    <message>
        <source>{value} ({who}, {when})</source>
        <translation>{value} ({who}, {when})</translation>
    </message>
</context>
<context>
    <name>DetailsSection</name>
    <message>
        <source>&amp;Text in the caller&apos;s words</source>
        <translation>Опис зі &amp;слів заявника</translation>
    </message>
    <message>
        <source>M&amp;ore: place, hazard, access</source>
        <translation>&amp;Ще: місце, небезпека, доступ</translation>
    </message>
    <message>
        <source>where exactly</source>
        <translation>де саме</translation>
    </message>
    <message>
        <source>wires, gas, a dog</source>
        <translation>дроти, газ, собака</translation>
    </message>
    <message>
        <source>who has the key, when someone is at home</source>
        <translation>де ключ, коли вдома</translation>
    </message>
    <message>
        <source>&amp;Yard, basement, pole</source>
        <translation>Двір, п&amp;ідвал, опора</translation>
    </message>
    <message>
        <source>Ha&amp;zard</source>
        <translation>Не&amp;безпека</translation>
    </message>
    <message>
        <source>Acce&amp;ss</source>
        <translation>Дост&amp;уп</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>C&amp;onnect</source>
        <translation>&amp;Під’єднати</translation>
    </message>
    <message>
        <source>Centre&apos;s &amp;address</source>
        <translation>&amp;Адреса центру</translation>
    </message>
    <message>
        <source>One-time &amp;code</source>
        <translation>Одноразовий &amp;код</translation>
    </message>
    <message>
        <source>This computer is not a desk of a contact centre yet. The administrator gives the code.</source>
        <translation>Цей комп’ютер ще не є робочим місцем контакт-центру. Код надає адміністратор.</translation>
    </message>
    <message>
        <source>Connect this desk</source>
        <translation>Під’єднати робоче місце</translation>
    </message>
    <message>
        <source>Enter the address like https://centre.example.org.</source>
        <translation>Введіть адресу на зразок https://centre.example.org.</translation>
    </message>
    <message>
        <source>Enter the code.</source>
        <translation>Введіть код.</translation>
    </message>
</context>
<context>
    <name>ExpectedWords</name>
    <message>
        <source>Expect the fix today by {time}.</source>
        <translation>Очікуйте виконання сьогодні до {time}.</translation>
    </message>
    <message>
        <source>Expect the fix tomorrow, {date}, by {time}.</source>
        <translation>Очікуйте виконання завтра, {date}, до {time}.</translation>
    </message>
    <message>
        <source>Expect the fix on {weekday}, {date}, by {time}.</source>
        <translation>Очікуйте виконання {date} ({weekday}) до {time}.</translation>
    </message>
    <message>
        <source>Expect the fix by the end of today.</source>
        <translation>Очікуйте виконання до кінця сьогоднішнього дня.</translation>
    </message>
    <message>
        <source>Expect the fix by the end of tomorrow, {date}.</source>
        <translation>Очікуйте виконання до кінця завтрашнього дня, {date}.</translation>
    </message>
    <message>
        <source>Expect the fix by the end of {date}, {weekday}.</source>
        <translation>Очікуйте виконання до кінця дня {date} ({weekday}).</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n година</numerusform>
            <numerusform>%n години</numerusform>
            <numerusform>%n годин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n робочий день</numerusform>
            <numerusform>%n робочі дні</numerusform>
            <numerusform>%n робочих днів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дні</numerusform>
            <numerusform>%n днів</numerusform>
        </translation>
    </message>
    <message>
        <source>The term is {term}.</source>
        <translation>Термін — {term}.</translation>
    </message>
    <message>
        <source>The term is {term} ({act}).</source>
        <translation>Термін — {term} ({act}).</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>Something went wrong in the program. What you typed is kept; go on working.</source>
        <translation>У програмі сталася помилка. Введене збережено, продовжуйте роботу.</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>number</source>
        <translation>номер</translation>
    </message>
    <message>
        <source>applicant</source>
        <translation>заявник</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>телефон</translation>
    </message>
    <message>
        <source>category</source>
        <translation>категорія</translation>
    </message>
    <message>
        <source>text</source>
        <translation>опис</translation>
    </message>
    <message>
        <source>urgency</source>
        <translation>терміновість</translation>
    </message>
    <message>
        <source>legal regime</source>
        <translation>правовий режим</translation>
    </message>
    <message>
        <source>state</source>
        <translation>стан</translation>
    </message>
    <message>
        <source>result</source>
        <translation>результат</translation>
    </message>
    <message>
        <source>ground</source>
        <translation>підстава</translation>
    </message>
    <message>
        <source>received</source>
        <translation>надійшло</translation>
    </message>
    <message>
        <source>due</source>
        <translation>термін виконання</translation>
    </message>
    <message>
        <source>attention from</source>
        <translation>увага з</translation>
    </message>
    <message>
        <source>closed at</source>
        <translation>закрито</translation>
    </message>
    <message>
        <source>executor</source>
        <translation>виконавець</translation>
    </message>
    <message>
        <source>address</source>
        <translation>адреса</translation>
    </message>
    <message>
        <source>street</source>
        <translation>вулиця</translation>
    </message>
    <message>
        <source>house</source>
        <translation>будинок</translation>
    </message>
    <message>
        <source>entrance</source>
        <translation>під’їзд</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>поверх</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>квартира</translation>
    </message>
    <message>
        <source>door code</source>
        <translation>код дверей</translation>
    </message>
    <message>
        <source>landmark</source>
        <translation>орієнтир</translation>
    </message>
    <message>
        <source>place</source>
        <translation>місце</translation>
    </message>
    <message>
        <source>district</source>
        <translation>район</translation>
    </message>
    <message>
        <source>hazard</source>
        <translation>небезпека</translation>
    </message>
    <message>
        <source>access</source>
        <translation>доступ</translation>
    </message>
    <message>
        <source>times reworked</source>
        <translation>кількість доопрацювань</translation>
    </message>
    <message>
        <source>calls without answer</source>
        <translation>недозвони (НДЗ)</translation>
    </message>
    <message>
        <source>rating</source>
        <translation>оцінка</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>причина</translation>
    </message>
    <message>
        <source>executor&apos;s answer</source>
        <translation>відповідь виконавця</translation>
    </message>
    <message>
        <source>main assignment</source>
        <translation>головне доручення</translation>
    </message>
    <message>
        <source>name</source>
        <translation>ім’я</translation>
    </message>
    <message>
        <source>caution</source>
        <translation>застереження</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>так</translation>
    </message>
    <message>
        <source>no</source>
        <translation>ні</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Центр</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>невідомо</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Історія</translation>
    </message>
    <message>
        <source>People known under this number</source>
        <translation>Особи, відомі за цим номером</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Тел.</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>За телефоном</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Особа</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>За особою</translation>
    </message>
    <message>
        <source>Flat</source>
        <translation>Кв.</translation>
    </message>
    <message>
        <source>By flat</source>
        <translation>За квартирою</translation>
    </message>
    <message>
        <source>House</source>
        <translation>Дім</translation>
    </message>
    <message>
        <source>By house</source>
        <translation>За будинком</translation>
    </message>
    <message numerus="yes">
        <source>Known under this number: %n person(s)</source>
        <translation>
            <numerusform>За цим номером: %n особа</numerusform>
            <numerusform>За цим номером: %n особи</numerusform>
            <numerusform>За цим номером: %n осіб</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier tickets appear here as soon as the number is known.</source>
        <translation>Попередні заявки з’являться тут, щойно буде відомий номер.</translation>
    </message>
    <message>
        <source>Nobody has called from this number before.</source>
        <translation>З цього номера ще не телефонували.</translation>
    </message>
    <message>
        <source>This person has no tickets.</source>
        <translation>Ця особа не має заявок.</translation>
    </message>
    <message>
        <source>Several people share this number. Choose who is calling.</source>
        <translation>За цим номером кілька осіб. Виберіть, хто телефонує.</translation>
    </message>
    <message>
        <source>Nobody is known under this number.</source>
        <translation>За цим номером нікого не записано.</translation>
    </message>
    <message>
        <source>Earlier tickets of the flat appear here as soon as the flat is known.</source>
        <translation>Попередні заявки з квартири з’являться тут, щойно буде відома квартира.</translation>
    </message>
    <message>
        <source>No tickets from this flat.</source>
        <translation>З цієї квартири заявок не було.</translation>
    </message>
    <message>
        <source>Earlier tickets of the house appear here as soon as the address is known.</source>
        <translation>Попередні заявки з будинку з’являться тут, щойно буде відома адреса.</translation>
    </message>
    <message>
        <source>No tickets from this house.</source>
        <translation>З цього будинку заявок не було.</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>due {moment}</source>
        <translation>термін {moment}</translation>
    </message>
    <message>
        <source>Talk: {kind}</source>
        <translation>Розмова: {kind}</translation>
    </message>
    <message>
        <source>tickets: {count}</source>
        <translation>заявок: {count}</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>без адреси</translation>
    </message>
</context>
<context>
    <name>HouseCard</name>
    <message>
        <source>House</source>
        <translation>Будинок</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Управитель</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Тепло</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Вода</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Електрика</translation>
    </message>
    <message>
        <source>Gas</source>
        <translation>Газ</translation>
    </message>
    <message>
        <source>{district} district</source>
        <translation>{district} район</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>невідомо</translation>
    </message>
    <message>
        <source>Who serves the house appears here as soon as the address is known.</source>
        <translation>Хто обслуговує будинок, буде видно тут, щойно буде відома адреса.</translation>
    </message>
    <message>
        <source>The register does not know this house. {street}: {place_class}.</source>
        <translation>Цього будинку немає в реєстрі. {street}: {place_class}.</translation>
    </message>
    <message numerus="yes">
        <source>%n floor(s)</source>
        <translation>
            <numerusform>%n&#xa0;поверх</numerusform>
            <numerusform>%n&#xa0;поверхи</numerusform>
            <numerusform>%n&#xa0;поверхів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entrance(s)</source>
        <translation>
            <numerusform>%n&#xa0;під’їзд</numerusform>
            <numerusform>%n&#xa0;під’їзди</numerusform>
            <numerusform>%n&#xa0;під’їздів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flat(s)</source>
        <translation>
            <numerusform>%n&#xa0;квартира</numerusform>
            <numerusform>%n&#xa0;квартири</numerusform>
            <numerusform>%n&#xa0;квартир</numerusform>
        </translation>
    </message>
    <message>
        <source>heat point {name}</source>
        <translation>тепловий пункт {name}</translation>
    </message>
    <message>
        <source>substation {name}</source>
        <translation>підстанція {name}</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>станом на {day}</translation>
    </message>
</context>
<context>
    <name>IntakeForm</name>
    <message>
        <source>New intake</source>
        <translation>Нове звернення</translation>
    </message>
    <message>
        <source>Take the first person known under the number; Alt+2…5 the next</source>
        <translation>Узяти першу особу за цим номером; Alt+2…5 — наступні</translation>
    </message>
    <message>
        <source>Consultation counted: {kind}.</source>
        <translation>Консультацію враховано: {kind}.</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>draft saved {time}</source>
        <translation>чернетку збережено {time}</translation>
    </message>
    <message>
        <source>New intake</source>
        <translation>Нове звернення</translation>
    </message>
    <message>
        <source>Give this intake up</source>
        <translation>Відкинути це звернення</translation>
    </message>
</context>
<context>
    <name>IntakeTabs</name>
    <message>
        <source>Open intakes</source>
        <translation>Відкриті звернення</translation>
    </message>
    <message>
        <source>A draft of another version of the console cannot be shown. It stays on this computer.</source>
        <translation>Чернетку з іншої версії програми неможливо показати. Вона залишається на цьому комп’ютері.</translation>
    </message>
    <message>
        <source>Give this intake up</source>
        <translation>Відкинути це звернення</translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>Keys</source>
        <translation>Клавіші</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Усюди</translation>
    </message>
    <message>
        <source>On what is shown</source>
        <translation>На цьому екрані</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Answer the call, outside of text</source>
        <translation>Відповісти на дзвінок (поза полями введення)</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавіші</translation>
    </message>
    <message>
        <source>New intake</source>
        <translation>Нове звернення</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Черга</translation>
    </message>
    <message>
        <source>Search the queue</source>
        <translation>Пошук у черзі</translation>
    </message>
    <message>
        <source>History of the caller and the house</source>
        <translation>Історія заявника й будинку</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>Надрукувати наряд</translation>
    </message>
    <message>
        <source>End the call</source>
        <translation>Завершити розмову</translation>
    </message>
    <message>
        <source>Answer the call, or type its number</source>
        <translation>Відповісти на дзвінок або ввести його номер</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Звернення</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Світла або темна тема</translation>
    </message>
    <message>
        <source>Open a ticket to print its slip.</source>
        <translation>Відкрийте заявку, щоб надрукувати її наряд.</translation>
    </message>
    <message>
        <source>The language changes at the next start of the console.</source>
        <translation>Мова зміниться після наступного запуску програми.</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>&amp;Copy details</source>
        <translation>&amp;Скопіювати подробиці</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this message</source>
        <translation>Закрити це повідомлення</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопіювати подробиці</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопійовано</translation>
    </message>
</context>
<context>
    <name>NumberPage</name>
    <message>
        <source>Registered</source>
        <translation>Зареєстровано</translation>
    </message>
    <message>
        <source>Tell the caller the number:</source>
        <translation>Назвіть заявникові номер:</translation>
    </message>
    <message>
        <source>Next intake</source>
        <translation>Наступне звернення</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>Надрукувати наряд</translation>
    </message>
    <message>
        <source>Enter or F2: next intake</source>
        <translation>Enter або F2 — наступне звернення</translation>
    </message>
    <message>
        <source>Ticket number {number}</source>
        <translation>Номер заявки {number}</translation>
    </message>
</context>
<context>
    <name>OfflineBanner</name>
    <message>
        <source>Try now</source>
        <translation>Спробувати зараз</translation>
    </message>
    <message>
        <source>No link to the centre since {time}.</source>
        <translation>Зв’язку з центром немає з {time}.</translation>
    </message>
    <message>
        <source>Since {time} something other than the centre answers at its address.</source>
        <translation>З {time} за адресою центру відповідає щось інше.</translation>
    </message>
    <message>
        <source>Since {time} the centre does not accept this desk: call the administrator.</source>
        <translation>З {time} центр не приймає цього робочого місця: зверніться до адміністратора.</translation>
    </message>
    <message>
        <source>The centre is overloaded since {time}.</source>
        <translation>Центр перевантажений з {time}.</translation>
    </message>
    <message>
        <source>What the centre sends does not fit what this desk has: call the administrator.</source>
        <translation>Дані центру не узгоджуються з даними цього робочого місця: зверніться до адміністратора.</translation>
    </message>
    <message>
        <source>Tickets are kept on this computer and will be sent by themselves.</source>
        <translation>Заявки зберігаються на цьому комп’ютері й будуть надіслані автоматично.</translation>
    </message>
    <message>
        <source>Directory as of {time}.</source>
        <translation>Довідник станом на {time}.</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Ticket queue</source>
        <translation>Черга заявок</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>overdue by {time}</source>
        <translation>прострочено на {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>лишилося {time}</translation>
    </message>
    <message>
        <source>not confirmed by the centre yet</source>
        <translation>ще не підтверджено центром</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Час</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Залишилося</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категорія</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адреса</translation>
    </message>
    <message>
        <source>Executor</source>
        <translation>Виконавець</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation>Черга</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Усі</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мої</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Нові</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Увага</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Прострочені</translation>
    </message>
    <message>
        <source>On check</source>
        <translation>Перевірка</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>Доопрацювання</translation>
    </message>
    <message>
        <source>Search the queue</source>
        <translation>Пошук у черзі</translation>
    </message>
    <message>
        <source>Search: number, address, phone…</source>
        <translation>Пошук: номер, адреса, телефон…</translation>
    </message>
    <message numerus="yes">
        <source>%n urgent</source>
        <translation>
            <numerusform>%n аварійна</numerusform>
            <numerusform>%n аварійні</numerusform>
            <numerusform>%n аварійних</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n прострочена</numerusform>
            <numerusform>%n прострочені</numerusform>
            <numerusform>%n прострочених</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found for “{words}”. Esc clears the search.</source>
        <translation>За запитом «{words}» нічого не знайдено. Esc очищає пошук.</translation>
    </message>
    <message>
        <source>No open tickets.</source>
        <translation>Відкритих заявок немає.</translation>
    </message>
    <message>
        <source>No tickets under this filter.</source>
        <translation>За цим фільтром заявок немає.</translation>
    </message>
</context>
<context>
    <name>RefusedActs</name>
    <message>
        <source>Refused acts</source>
        <translation>Відхилені дії</translation>
    </message>
    <message>
        <source>&amp;Read by me</source>
        <translation>&amp;Прочитано</translation>
    </message>
    <message>
        <source>Refused by the centre</source>
        <translation>Відхилено центром</translation>
    </message>
    <message>
        <source>These acts are kept on this computer but are not part of the centre&apos;s records. Enter opens a ticket.</source>
        <translation>Ці дії збережено на цьому комп’ютері, але в записах центру їх немає. Enter відкриває заявку.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрити</translation>
    </message>
    <message>
        <source>Registering ticket</source>
        <translation>Реєстрація заявки</translation>
    </message>
    <message>
        <source>Changing ticket</source>
        <translation>Зміна заявки</translation>
    </message>
    <message>
        <source>Moving ticket</source>
        <translation>Зміна стану заявки</translation>
    </message>
    <message>
        <source>Assigning ticket</source>
        <translation>Призначення виконавця заявки</translation>
    </message>
    <message>
        <source>Note on ticket</source>
        <translation>Примітка до заявки</translation>
    </message>
    <message>
        <source>Slip of ticket</source>
        <translation>Наряд до заявки</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>Консультація</translation>
    </message>
    <message>
        <source>Changing an applicant</source>
        <translation>Зміна даних заявника</translation>
    </message>
</context>
<context>
    <name>RingingCard</name>
    <message>
        <source>Answer</source>
        <translation>Відповісти</translation>
    </message>
    <message>
        <source>Hide this call</source>
        <translation>Сховати цей дзвінок</translation>
    </message>
    <message>
        <source>Hide this call (Esc)</source>
        <translation>Сховати цей дзвінок (Esc)</translation>
    </message>
    <message>
        <source>Ringing: {number} {about}</source>
        <translation>Дзвінок: {number} {about}</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Contact centre</source>
        <translation>Контакт-центр</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Відкриття…</translation>
    </message>
    <message>
        <source>The console cannot start</source>
        <translation>Програма не може запуститися</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Увійти</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>&amp;Логін</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Пароль</translation>
    </message>
    <message>
        <source>Sign in to take calls. Without a link to the centre your last password works here too.</source>
        <translation>Увійдіть, щоб приймати дзвінки. Без зв’язку з центром тут діє ваш останній пароль.</translation>
    </message>
    <message>
        <source>Enter your login.</source>
        <translation>Введіть логін.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Введіть пароль.</translation>
    </message>
</context>
<context>
    <name>SlipDesk</name>
    <message>
        <source>Slip {number} was handed to the printer {target}.</source>
        <translation>Наряд {number} передано на принтер «{target}».</translation>
    </message>
    <message>
        <source>Slip {number} was saved: {target}</source>
        <translation>Наряд {number} збережено: {target}</translation>
    </message>
</context>
<context>
    <name>SlipPreview</name>
    <message>
        <source>P&amp;rinter</source>
        <translation>П&amp;ринтер</translation>
    </message>
    <message>
        <source>&amp;Whole page</source>
        <translation>&amp;Уся сторінка</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;Надрукувати</translation>
    </message>
    <message>
        <source>&amp;Save PDF</source>
        <translation>&amp;Зберегти PDF</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>За&amp;крити</translation>
    </message>
    <message>
        <source>Slip {number}</source>
        <translation>Наряд {number}</translation>
    </message>
    <message>
        <source>PDF file</source>
        <translation>Файл PDF</translation>
    </message>
    <message>
        <source>Copy {copy}: marked as printed again</source>
        <translation>Примірник {copy}: з позначкою «ПОВТОРНО»</translation>
    </message>
    <message>
        <source>First copy</source>
        <translation>Перший примірник</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>F1 keys · F2 new · F3 queue · F4 history</source>
        <translation>F1 клавіші · F2 нове · F3 черга · F4 історія</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Історія</translation>
    </message>
    <message>
        <source>sample data</source>
        <translation>зразкові дані</translation>
    </message>
    <message>
        <source>Printer: {name}</source>
        <translation>Принтер: {name}</translation>
    </message>
    <message>
        <source>No printer chosen</source>
        <translation>Принтер не вибрано</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Тема системи</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Світла тема</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Темна тема</translation>
    </message>
    <message>
        <source>Language, from the next start</source>
        <translation>Мова, з наступного запуску</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Вигляд і мова</translation>
    </message>
</context>
<context>
    <name>StatusView</name>
    <message numerus="yes">
        <source>%n act(s) refused</source>
        <translation>
            <numerusform>%n дію відхилено</numerusform>
            <numerusform>%n дії відхилено</numerusform>
            <numerusform>%n дій відхилено</numerusform>
        </translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>На зв’язку</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>З’єднання…</translation>
    </message>
    <message>
        <source>No link</source>
        <translation>Немає зв’язку</translation>
    </message>
    <message>
        <source>Link disturbed</source>
        <translation>Зв’язок порушено</translation>
    </message>
    <message>
        <source>To be sent: {count}</source>
        <translation>До надсилання: {count}</translation>
    </message>
    <message>
        <source>{words}, the oldest {age}</source>
        <translation>{words}, чекає {age}</translation>
    </message>
    <message>
        <source>{words}, {count} on hold</source>
        <translation>{words}, затримано {count}</translation>
    </message>
    <message>
        <source>Never synchronised</source>
        <translation>Ще не синхронізовано</translation>
    </message>
    <message>
        <source>Latest changes {time}</source>
        <translation>Останні зміни {time}</translation>
    </message>
    <message>
        <source>Synchronised {time}</source>
        <translation>Синхронізовано {time}</translation>
    </message>
</context>
<context>
    <name>TicketActions</name>
    <message>
        <source>Note</source>
        <translation>Примітка</translation>
    </message>
    <message>
        <source>Another executor</source>
        <translation>Інший виконавець</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Наряд</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>{move}…</source>
        <translation>{move}…</translation>
    </message>
    <message>
        <source>C closes the ticket so</source>
        <translation>Клавіша C закриває заявку саме так</translation>
    </message>
</context>
<context>
    <name>TicketActs</name>
    <message>
        <source>Note</source>
        <translation>Примітка</translation>
    </message>
    <message>
        <source>Another executor</source>
        <translation>Інший виконавець</translation>
    </message>
</context>
<context>
    <name>TicketCard</name>
    <message>
        <source>What happened</source>
        <translation>Що відбулося</translation>
    </message>
    <message>
        <source>Number copied</source>
        <translation>Номер скопійовано</translation>
    </message>
</context>
<context>
    <name>TicketFacts</name>
    <message>
        <source>Applicant</source>
        <translation>Заявник</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Доступ</translation>
    </message>
    <message>
        <source>Executor</source>
        <translation>Виконавець</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Обіцяно</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>анонімно</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>ще не призначено</translation>
    </message>
    <message>
        <source>Why so: {reason}</source>
        <translation>Чому так: {reason}</translation>
    </message>
    <message>
        <source>Answer: {comment}</source>
        <translation>Відповідь: {comment}</translation>
    </message>
    <message>
        <source>floor {value}</source>
        <translation>поверх {value}</translation>
    </message>
    <message>
        <source>door code {value}</source>
        <translation>код дверей {value}</translation>
    </message>
    <message>
        <source>{value} district</source>
        <translation>{value} район</translation>
    </message>
</context>
<context>
    <name>TicketHead</name>
    <message>
        <source>Copy the number</source>
        <translation>Скопіювати номер</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Термін</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Зареєстровано</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>вчасно</translation>
    </message>
    <message>
        <source>after the term</source>
        <translation>із запізненням</translation>
    </message>
    <message>
        <source>closed {when}</source>
        <translation>закрито {when}</translation>
    </message>
    <message>
        <source>overdue by {time}</source>
        <translation>прострочено на {time}</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Прострочено</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>лишилося {time}</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Увага</translation>
    </message>
    <message>
        <source>Not confirmed by the centre yet; it is kept on this desk.</source>
        <translation>Ще не підтверджено центром; зберігається на цьому робочому місці.</translation>
    </message>
    <message>
        <source>Not confirmed by the centre yet: {fields}.</source>
        <translation>Ще не підтверджено центром: {fields}.</translation>
    </message>
</context>
<context>
    <name>TimelineList</name>
    <message>
        <source>Timeline</source>
        <translation>Перебіг подій</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>not confirmed by the centre yet</source>
        <translation>ще не підтверджено центром</translation>
    </message>
</context>
<context>
    <name>TimelineSentences</name>
    <message>
        <source>Act “{type}”</source>
        <translation>Дія «{type}»</translation>
    </message>
    <message>
        <source>The applicant was told: “{text}”</source>
        <translation>Заявникові повідомлено: «{text}»</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Зареєстровано</translation>
    </message>
    <message>
        <source>Registered by {channel}</source>
        <translation>Зареєстровано ({channel})</translation>
    </message>
    <message>
        <source>Executor: {after}</source>
        <translation>Виконавець: {after}</translation>
    </message>
    <message>
        <source>Executor: {before} → {after}</source>
        <translation>Виконавець: {before} → {after}</translation>
    </message>
    <message>
        <source>{field}: {after}</source>
        <translation>{field}: {after}</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
    <message>
        <source>The executor answers: {comment}</source>
        <translation>Відповідь виконавця: {comment}</translation>
    </message>
    <message>
        <source>Why so: {reason}</source>
        <translation>Чому так: {reason}</translation>
    </message>
    <message>
        <source>Slip saved as PDF</source>
        <translation>Наряд збережено як PDF</translation>
    </message>
    <message>
        <source>Slip printed</source>
        <translation>Наряд надруковано</translation>
    </message>
    <message>
        <source>Slip saved as PDF, copy {copy}</source>
        <translation>Наряд збережено як PDF, примірник {copy}</translation>
    </message>
    <message>
        <source>Slip printed, copy {copy}</source>
        <translation>Наряд надруковано, примірник {copy}</translation>
    </message>
    <message>
        <source>Somebody asked about the ticket</source>
        <translation>Запитували про заявку</translation>
    </message>
    <message>
        <source>The version that stood was kept</source>
        <translation>Залишено чинну версію</translation>
    </message>
    <message>
        <source>The other version was taken</source>
        <translation>Прийнято іншу версію</translation>
    </message>
    <message>
        <source>Two versions of “{field}”</source>
        <translation>Дві версії поля «{field}»</translation>
    </message>
    <message>
        <source>another desk</source>
        <translation>інше робоче місце</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>registered</source>
        <translation>зареєстровано</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>в роботі</translation>
    </message>
    <message>
        <source>on check</source>
        <translation>на перевірці</translation>
    </message>
    <message>
        <source>rework</source>
        <translation>на доопрацюванні</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>закрито</translation>
    </message>
    <message>
        <source>awaiting</source>
        <translation>очікується</translation>
    </message>
    <message>
        <source>done</source>
        <translation>виконано</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>роз’яснено</translation>
    </message>
    <message>
        <source>not in competence</source>
        <translation>не в компетенції</translation>
    </message>
    <message>
        <source>deferred to plan</source>
        <translation>план/програма</translation>
    </message>
    <message>
        <source>resolved by itself</source>
        <translation>усунуто самостійно</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>повернуто</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>відмінено</translation>
    </message>
    <message>
        <source>actually</source>
        <translation>фактично</translation>
    </message>
    <message>
        <source>confirmed by the applicant</source>
        <translation>підтвердив заявник</translation>
    </message>
    <message>
        <source>confirmed by photo</source>
        <translation>підтверджено фотографією</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>не підтверджено</translation>
    </message>
    <message>
        <source>fixed by the applicant</source>
        <translation>усунув заявник</translation>
    </message>
    <message>
        <source>passed on</source>
        <translation>передано іншому виконавцю</translation>
    </message>
    <message>
        <source>needs funding</source>
        <translation>потребує коштів</translation>
    </message>
    <message>
        <source>decided by the supervisor</source>
        <translation>рішення старшого оператора</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Аварійна термінова</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Аварійна</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>Звичайна</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Інформаційна</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Планова</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>оператор</translation>
    </message>
    <message>
        <source>shift supervisor</source>
        <translation>старший оператор</translation>
    </message>
    <message>
        <source>head</source>
        <translation>керівник</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>адміністратор</translation>
    </message>
    <message>
        <source>executor&apos;s dispatcher</source>
        <translation>диспетчер виконавця</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>телефон</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>вебсторінка</translation>
    </message>
    <message>
        <source>mobile application</source>
        <translation>мобільний застосунок</translation>
    </message>
    <message>
        <source>messenger</source>
        <translation>месенджер</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>особисто</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>лист</translation>
    </message>
    <message>
        <source>government hotline 1545</source>
        <translation>урядова гаряча лінія 1545</translation>
    </message>
    <message>
        <source>question answered</source>
        <translation>довідка</translation>
    </message>
    <message>
        <source>about an existing ticket</source>
        <translation>про наявну заявку</translation>
    </message>
    <message>
        <source>about a known incident</source>
        <translation>про масову аварію</translation>
    </message>
    <message>
        <source>wrong number or transfer</source>
        <translation>помилковий номер, переадресація</translation>
    </message>
    <message>
        <source>central street</source>
        <translation>центральна вулиця</translation>
    </message>
    <message>
        <source>transit street</source>
        <translation>вулиця з громадським транспортом</translation>
    </message>
    <message>
        <source>local street</source>
        <translation>місцева вулиця</translation>
    </message>
    <message>
        <source>street of private houses</source>
        <translation>вулиця приватного сектору</translation>
    </message>
    <message>
        <source>block of flats</source>
        <translation>багатоквартирний будинок</translation>
    </message>
    <message>
        <source>private house</source>
        <translation>приватний будинок</translation>
    </message>
    <message>
        <source>public building</source>
        <translation>громадська будівля</translation>
    </message>
    <message>
        <source>There is no link to the centre now. Try again when it is back.</source>
        <translation>Зараз немає зв’язку з центром. Спробуйте, коли він відновиться.</translation>
    </message>
    <message>
        <source>What answers at this address is not the centre. Check the address and the network.</source>
        <translation>За цією адресою відповідає не центр. Перевірте адресу й мережу.</translation>
    </message>
    <message>
        <source>The centre refused this ({reason}).</source>
        <translation>Центр це відхилив ({reason}).</translation>
    </message>
    <message>
        <source>This desk does not have that record.</source>
        <translation>На цьому робочому місці такого запису немає.</translation>
    </message>
    <message>
        <source>The database of this desk cannot be read or written. Call the administrator.</source>
        <translation>Базу даних цього робочого місця не вдається прочитати або записати. Зверніться до адміністратора.</translation>
    </message>
    <message>
        <source>A settings file cannot be used: {fault}</source>
        <translation>Файл налаштувань непридатний: {fault}</translation>
    </message>
    <message>
        <source>The password store of this computer cannot be used, and the desk&apos;s data is locked with it.</source>
        <translation>Сховище паролів цього комп’ютера недоступне, а дані робочого місця замкнено ключем із нього.</translation>
    </message>
    <message>
        <source>A console over the same data runs already and does not answer. End it, then start again.</source>
        <translation>Програму з цими даними вже запущено, але вона не відповідає. Завершіть її й запустіть знову.</translation>
    </message>
    <message>
        <source>This desk is not connected to a centre yet.</source>
        <translation>Це робоче місце ще не під’єднано до центру.</translation>
    </message>
    <message>
        <source>Nobody has signed in at this desk.</source>
        <translation>На цьому робочому місці ніхто не ввійшов.</translation>
    </message>
    <message>
        <source>This desk has no ticket numbers left. It gets new ones as soon as the link to the centre is back.</source>
        <translation>На цьому робочому місці закінчилися номери заявок. Нові надійдуть, щойно відновиться зв’язок із центром.</translation>
    </message>
    <message>
        <source>The ticket is no longer where this step begins. Look at it again.</source>
        <translation>Стан заявки вже змінився, цей крок неможливий. Перегляньте її ще раз.</translation>
    </message>
    <message>
        <source>Say why: the text is empty.</source>
        <translation>Вкажіть причину: текст порожній.</translation>
    </message>
    <message>
        <source>Choose the executor.</source>
        <translation>Виберіть виконавця.</translation>
    </message>
    <message>
        <source>Write down what the caller said.</source>
        <translation>Запишіть, що сказав заявник.</translation>
    </message>
    <message>
        <source>Enter the address.</source>
        <translation>Введіть адресу.</translation>
    </message>
    <message>
        <source>Choose the category.</source>
        <translation>Виберіть категорію.</translation>
    </message>
    <message>
        <source>This is no telephone number.</source>
        <translation>Це не номер телефону.</translation>
    </message>
    <message>
        <source>This is no house number.</source>
        <translation>Це не номер будинку.</translation>
    </message>
    <message>
        <source>The login or the password is wrong.</source>
        <translation>Неправильний логін або пароль.</translation>
    </message>
    <message>
        <source>There is no link to the centre, and this desk does not know this person from the last days. Someone who signed in here lately can.</source>
        <translation>Зв’язку з центром немає, а ця особа останніми днями тут не входила. Увійти може той, хто нещодавно працював на цьому місці.</translation>
    </message>
    <message>
        <source>This is not a code of the centre. Check its letters and digits.</source>
        <translation>Це не код центру. Перевірте літери й цифри.</translation>
    </message>
    <message>
        <source>The centre is busy. Try again in a minute.</source>
        <translation>Центр зайнятий. Спробуйте за хвилину.</translation>
    </message>
    <message>
        <source>The centre does not accept this desk. Call the administrator.</source>
        <translation>Центр не приймає цього робочого місця. Зверніться до адміністратора.</translation>
    </message>
    <message>
        <source>The code is wrong, used already or too old. Ask for a new one.</source>
        <translation>Код неправильний, уже використаний або застарілий. Попросіть новий.</translation>
    </message>
    <message>
        <source>The centre does not allow you to do this.</source>
        <translation>Центр не дозволяє вам цієї дії.</translation>
    </message>
    <message>
        <source>There is no printer “{target}”. Choose another one or save the slip as PDF.</source>
        <translation>Принтера «{target}» немає. Виберіть інший або збережіть наряд як PDF.</translation>
    </message>
    <message>
        <source>The printer “{target}” takes no work. Choose another one or save the slip as PDF.</source>
        <translation>Принтер «{target}» не приймає завдань. Виберіть інший або збережіть наряд як PDF.</translation>
    </message>
    <message>
        <source>The file “{target}” could not be written. Choose another folder.</source>
        <translation>Файл «{target}» не вдалося записати. Виберіть іншу теку.</translation>
    </message>
</context>
<context>
    <name>WorkSection</name>
    <message>
        <source>choose who takes it</source>
        <translation>виберіть виконавця</translation>
    </message>
    <message>
        <source>E&amp;xecutor</source>
        <translation>&amp;Виконавець</translation>
    </message>
    <message>
        <source>&amp;Why another executor</source>
        <translation>&amp;Чому інший виконавець</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Термін виконання</translation>
    </message>
    <message>
        <source>chosen by the operator</source>
        <translation>вибрано оператором</translation>
    </message>
    <message>
        <source>Say why another executor takes it.</source>
        <translation>Вкажіть, чому інший виконавець.</translation>
    </message>
    <message>
        <source>Why so: {reason}</source>
        <translation>Чому так: {reason}</translation>
    </message>
    <message>
        <source>By the rule {executor} takes it: {reason}</source>
        <translation>За правилом виконавець — {executor}: {reason}</translation>
    </message>
    <message>
        <source>No rule names an executor here: choose one.</source>
        <translation>Правила тут не визначають виконавця: виберіть його.</translation>
    </message>
    <message>
        <source>{moment} ({left})</source>
        <translation>{moment} ({left})</translation>
    </message>
    <message>
        <source>Tell the caller: {sentence}</source>
        <translation>Скажіть заявникові: {sentence}</translation>
    </message>
</context>
<context>
    <name>_Hazard</name>
    <message>
        <source>Hazard: {hazard}</source>
        <translation>Небезпека: {hazard}</translation>
    </message>
</context>
<context>
    <name>moments</name>
    <message>
        <source>today {time}</source>
        <translation>сьогодні {time}</translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation>завтра {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>учора {time}</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} д</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} д {hours} г</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} г {minutes} хв</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} г</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} хв</translation>
    </message>
</context>
</TS>
